"""Code hosts, builds, alerts, issues. Shapes as in each provider's public reference."""

from __future__ import annotations

from garfio.core.sample.sample import Sample

_REPOSITORY = (
    '{"id":{{int:9}},"name":"garfio","full_name":"example/garfio","private":false,"html_url":"https://github.example/example/garfio",'
    '"owner":{"login":"example","id":{{int:7}},"type":"Organization"},"default_branch":"main"}'
)
_SENDER = '{"login":"marta","id":{{int:7:m}},"type":"User","site_admin":false}'


def _github(event: str, name: str, body: str) -> Sample:
    headers = (
        ("Accept", "*/*"), ("X-GitHub-Delivery", "{{uuid}}"), ("X-GitHub-Event", event),
        ("X-GitHub-Hook-ID", "{{int:9:h}}"), ("X-GitHub-Hook-Installation-Target-Type", "repository"),
    )  # fmt: skip
    text = f'{body[:-1]},"repository":{_REPOSITORY},"sender":{_SENDER}}}'
    return Sample("github", name, event, text, headers, user_agent="GitHub-Hookshot/044aadd")


SAMPLES = (
    _github("ping", "ping", '{"zen":"Keep it logically awesome.","hook_id":{{int:9:h}},"hook":{"type":"Repository","id":{{int:9:h}},"events":["push"]}}'),
    _github(
        "push", "push",
        '{"ref":"refs/heads/main","before":"{{hex:40:a}}","after":"{{hex:40}}","created":false,"deleted":false,"forced":false,"commits":[{"id":'
        '"{{hex:40}}","message":"Weigh the anchor","timestamp":"{{iso}}","author":{"name":"Marta","email":"marta@example.com"},"added":[],'
        '"removed":[],"modified":["README.md"]}],"pusher":{"name":"marta","email":"marta@example.com"}}',
    ),
    _github(
        "pull_request", "pull-request-opened",
        '{"action":"opened","number":42,"pull_request":{"id":{{int:10}},"number":42,"state":"open","title":"Mend the net","draft":false,"user":'
        '{"login":"marta"},"head":{"ref":"mend","sha":"{{hex:40}}"},"base":{"ref":"main","sha":"{{hex:40:a}}"},"merged":false,"created_at":"{{iso}}"}}',
    ),
    _github(
        "issues", "issues-opened",
        '{"action":"opened","issue":{"id":{{int:10}},"number":7,"title":"The hook is stuck","state":"open","labels":[],"body":"It does not turn.",'
        '"user":{"login":"marta"},"created_at":"{{iso}}"}}',
    ),
    _github(
        "workflow_run", "workflow-run-failed",
        '{"action":"completed","workflow_run":{"id":{{int:11}},"name":"Tests","head_branch":"main","head_sha":"{{hex:40}}","run_number":118,"event":"push",'
        '"status":"completed","conclusion":"failure","html_url":"https://github.example/example/garfio/actions/runs/{{int:11}}","created_at":"{{iso}}"}}',
    ),
    Sample(
        "gitlab", "push", "Push Hook",
        '{"object_kind":"push","event_name":"push","before":"{{hex:40:a}}","after":"{{hex:40}}","ref":"refs/heads/main","checkout_sha":"{{hex:40}}",'
        '"user_name":"Marta","user_username":"marta","project_id":{{int:6}},"project":{"id":{{int:6}},"name":"garfio","path_with_namespace":'
        '"example/garfio","default_branch":"main"},"commits":[{"id":"{{hex:40}}","message":"Weigh the anchor","timestamp":"{{iso}}"}],"total_commits_count":1}',
        (("X-Gitlab-Event", "Push Hook"), ("X-Gitlab-Event-UUID", "{{uuid}}"), ("X-Gitlab-Instance", "https://gitlab.example")), user_agent="GitLab/18.3.0",
    ),
    Sample(
        "bitbucket", "repo-push", "repo:push",
        '{"actor":{"display_name":"Marta","uuid":"{ {{uuid}} }"},"repository":{"full_name":"example/garfio"},"push":{"changes":[{"new":{"type":"branch",'
        '"name":"main","target":{"hash":"{{hex:40}}","message":"Weigh the anchor"}},"created":false,"forced":false,"closed":false}]}}',
        (("X-Event-Key", "repo:push"), ("X-Request-UUID", "{{uuid:0:r}}"), ("X-Hook-UUID", "{{uuid:0:h}}")), user_agent="Bitbucket-Webhooks/2.0",
    ),
    Sample(
        "gitea", "push", "push",
        '{"ref":"refs/heads/main","before":"{{hex:40:a}}","after":"{{hex:40}}","commits":[{"id":"{{hex:40}}","message":"Weigh the anchor"}],'
        '"repository":{"id":{{int:4}},"full_name":"example/garfio"},"pusher":{"login":"marta"}}',
        (("X-Gitea-Event", "push"), ("X-Gitea-Event-Type", "push"), ("X-Gitea-Delivery", "{{uuid}}")),
    ),
    Sample(
        "circleci", "workflow-completed", "workflow-completed",
        '{"type":"workflow-completed","id":"{{uuid}}","happened_at":"{{iso}}","webhook":{"id":"{{uuid:0:w}}","name":"Garfio"},"workflow":{"id":"{{uuid:0:f}}",'
        '"name":"build","status":"success"},"project":{"slug":"github/example/garfio"}}',
        (("circleci-event-type", "workflow-completed"),), user_agent="CircleCI-Webhook/1.0",
    ),
    Sample(
        "vercel", "deployment-succeeded", "deployment.succeeded",
        '{"id":"{{token:24}}","type":"deployment.succeeded","createdAt":{{unix_ms}},"region":"fra1","payload":{"team":{"id":"team_{{token:24}}"},"deployment":'
        '{"id":"dpl_{{token:28}}","name":"garfio","url":"garfio-{{token:9}}.vercel.example"},"target":"production"}}',
    ),
    Sample(
        "heroku", "release-create", "release.create",
        '{"id":"{{uuid}}","created_at":"{{iso}}","action":"create","resource":"release","version":"application/vnd.heroku+json; version=3",'
        '"data":{"id":"{{uuid:0:r}}","version":24,"status":"succeeded","app":{"name":"garfio"}},"actor":{"email":"marta@example.com"}}',
        (("Heroku-Webhook-Id", "{{uuid:0:w}}"),),
    ),
    Sample(
        "sentry", "issue-created", "issue.created",
        '{"action":"created","installation":{"uuid":"{{uuid}}"},"data":{"issue":{"id":"{{int:10}}","shortId":"GARFIO-1","title":"ValueError: no anchor",'
        '"level":"error","status":"unresolved","firstSeen":"{{iso}}","project":{"slug":"garfio"}}},"actor":{"type":"application","name":"Sentry"}}',
        (("Sentry-Hook-Resource", "issue"), ("Request-ID", "{{hex:32}}"), ("Sentry-Hook-Timestamp", "{{unix}}")),
    ),
    Sample(
        "pagerduty", "incident-triggered", "incident.triggered",
        '{"event":{"id":"{{token:26}}","event_type":"incident.triggered","resource_type":"incident","occurred_at":"{{iso}}","agent":{"type":"user_reference"},'
        '"data":{"id":"{{token:14}}","type":"incident","number":2,"status":"triggered","title":"The mast is on fire","urgency":"high"}}}',
        (("X-Webhook-Id", "{{uuid}}"),), user_agent="PagerDuty-Webhook/V3.0",
    ),
    Sample(
        "linear", "issue-create", "Issue.create",
        '{"action":"create","type":"Issue","createdAt":"{{iso}}","organizationId":"{{uuid}}","webhookTimestamp":{{unix_ms}},"webhookId":"{{uuid:0:w}}",'
        '"data":{"id":"{{uuid:0:i}}","number":12,"title":"The hook is stuck","priority":2,"state":{"name":"Todo","type":"unstarted"}}}',
        (("Linear-Event", "Issue"), ("Linear-Delivery", "{{uuid:0:d}}")), user_agent="Linear-Webhook",
    ),
    Sample(
        "jira", "issue-created", "jira:issue_created",
        '{"timestamp":{{unix_ms}},"webhookEvent":"jira:issue_created","issue_event_type_name":"issue_created","user":{"displayName":"Marta Vidal"},'
        '"issue":{"id":"{{int:5}}","key":"HOOK-12","fields":{"summary":"The hook is stuck","issuetype":{"name":"Bug"},"priority":{"name":"High"}}}}',
        (("X-Atlassian-Webhook-Identifier", "{{uuid}}"),), user_agent="Atlassian Webhook HTTP Client",
    ),
    Sample(
        "contentful", "entry-publish", "ContentManagement.Entry.publish",
        '{"sys":{"type":"Entry","id":"{{token:22}}","space":{"sys":{"type":"Link","linkType":"Space","id":"{{token:12}}"}},"revision":3,"createdAt":"{{iso}}"},'
        '"fields":{"title":{"en-US":"Knots for beginners"}}}',
        (("X-Contentful-Topic", "ContentManagement.Entry.publish"), ("X-Contentful-Webhook-Name", "Garfio"), ("x-contentful-webhook-request-attempt", "1")),
        content_type="application/vnd.contentful.management.v1+json",
    ),
)  # fmt: skip
