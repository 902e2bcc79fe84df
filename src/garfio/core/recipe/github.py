"""GitHub: workflows."""

# https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
BLOCKS = (
    """
name = "github-failed-workflow"
provider = "github"
event = "workflow_run"
doc = "A notification when a workflow fails."

[rule]
query = "provider:github event:workflow_run* is:valid"
when = "body.action == 'completed' and body.workflow_run.conclusion in ('failure', 'timed_out', 'startup_failure')"

[[rule.actions]]
kind = "notification"
title = "@{words.failed}: {{ body.workflow_run.name }}"
text = "{{ body.repository.full_name }}, {{ body.workflow_run.head_branch }}: {{ body.workflow_run.html_url }}"
sound = true

[words.en]
failed = "Failed"

[words.es]
failed = "Ha fallado"
""",
)
