"""Qt Widgets: shows state, sends commands to `engine.workspace`."""
