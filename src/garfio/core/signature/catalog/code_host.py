"""Where code lives: GitHub, GitLab, Bitbucket, Gitea, Forgejo, Gogs, Gitee."""

from __future__ import annotations

from garfio.core.signature.catalog.build import (
    DOCUMENT,
    SDK,
    THIRD_PARTY,
    body_hmac,
    provider,
    stamped,
    standard,
    token,
)

_NO_GITEA = "!header:X-Gitea-Event !header:X-Forgejo-Event !header:X-Gogs-Event"

GITHUB = provider(
    "github",
    "GitHub",
    (
        body_hmac("X-Hub-Signature-256", id="sha256", format="sha256={signature}"),
        body_hmac("X-Hub-Signature", "hmac-sha1", id="sha1", format="sha1={signature}"),
    ),
    event="header:X-GitHub-Event",
    delivery="header:X-GitHub-Delivery",
    marks=(
        f"header:X-GitHub-Event {_NO_GITEA}",
        "header:User-Agent^=GitHub-Hookshot/ header:X-GitHub-Delivery",
    ),
    doc="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    basis=SDK,
    secret_name="webhook secret",
)

GITLAB = provider(
    "gitlab",
    "GitLab",
    (standard(id="signing-token"), token("header:X-Gitlab-Token")),
    event=("header:X-Gitlab-Event", "json:object_kind", "json:event_name"),
    delivery=(
        "header:Idempotency-Key",
        "header:X-Gitlab-Event-UUID",
        "header:webhook-id",
        "header:X-Gitlab-Webhook-UUID",
    ),
    marks=(
        "header:X-Gitlab-Event",
        "header:X-Gitlab-Token",
        "header:X-Gitlab-Instance header:webhook-signature",
    ),
    doc="https://docs.gitlab.com/user/project/integrations/webhooks/",
    basis=DOCUMENT,
    secret_name="secret token or signing token",
)

BITBUCKET = provider(
    "bitbucket",
    "Bitbucket",
    body_hmac("X-Hub-Signature", format="sha256={signature}"),
    event="header:X-Event-Key",
    delivery=("header:X-Request-UUID", "header:X-Request-Id"),
    retry="header:X-Attempt-Number~=^([2-9]|[1-9][0-9])",
    marks=(
        "header:X-Event-Key",
        "header:X-Hook-UUID",
        "header:User-Agent^=Bitbucket-Webhooks/ header:X-Request-UUID",
    ),
    doc="https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/",
    basis=DOCUMENT,
    secret_name="webhook secret",
)

_GITEA_DOC = "go-gitea/gitea services/webhook/deliver.go"

GITEA = provider(
    "gitea",
    "Gitea",
    body_hmac("X-Gitea-Signature", content="{gitea-text}"),
    event=("header:X-Gitea-Event-Type", "header:X-Gitea-Event"),
    delivery="header:X-Gitea-Delivery",
    marks=(
        "header:X-Gitea-Event !header:X-Forgejo-Event",
        "header:X-Gitea-Signature !header:X-Forgejo-Signature",
    ),
    doc=_GITEA_DOC,
    basis=SDK,
)

FORGEJO = provider(
    "forgejo",
    "Forgejo / Codeberg",
    body_hmac("X-Forgejo-Signature", content="{gitea-text}"),
    event="header:X-Forgejo-Event",
    delivery="header:X-Forgejo-Delivery",
    marks=("header:X-Forgejo-Event header:X-Forgejo-Delivery", "header:X-Forgejo-Signature"),
    doc="https://forgejo.org/docs/latest/user/webhooks/",
    basis=THIRD_PARTY,
)

GOGS = provider(
    "gogs",
    "Gogs",
    body_hmac("X-Gogs-Signature"),
    event="header:X-Gogs-Event",
    delivery="header:X-Gogs-Delivery",
    marks=(
        "header:X-Gogs-Event !header:X-Gitea-Event !header:X-Forgejo-Event",
        "header:X-Gogs-Signature !header:X-Gitea-Event !header:X-Forgejo-Event",
    ),
    doc="gogs/gogs internal/database/webhook.go",
    basis=SDK,
)

GITEE = provider(
    "gitee",
    "Gitee",
    (
        stamped(
            "X-Gitee-Token",
            "{signature}",
            "{timestamp}\n{secret}",
            id="signature",
            encoding="urlb64",
            timestamp="header:X-Gitee-Timestamp",
            unit="ms",
            tolerance_s=3600,
            covers="nothing",
        ),
        token("header:X-Gitee-Token", id="password"),
    ),
    event="header:X-Gitee-Event",
    marks=("header:X-Gitee-Event", "header:X-Gitee-Token"),
    doc="https://gitee.com/help/articles/4290",
    basis=THIRD_PARTY,
)

ENTRIES = (GITHUB, GITLAB, BITBUCKET, GITEA, FORGEJO, GOGS, GITEE)
