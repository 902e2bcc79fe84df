"""`python -m garfio` is the same as `garfio`."""

from garfio.cli import main

if __name__ == "__main__":
    main()
