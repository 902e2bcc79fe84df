"""Slack: events, a slash command, an interaction. Shapes as in api.slack.com/apis/events-api."""

from __future__ import annotations

from garfio.core.sample.sample import FORM, Sample

_OUTER = (
    '{"token":"{{token:24}}","team_id":"T{{int:10}}","api_app_id":"A{{int:10}}","event":%s,"type":"event_callback",'
    '"event_id":"Ev{{token:10}}","event_time":{{unix}},"authorizations":[{"enterprise_id":null,"team_id":"T{{int:10}}",'
    '"user_id":"U{{int:10:b}}","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}'
)
_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


def _event(event: str, inner: str) -> Sample:
    body = _OUTER % ('{"type":"%s",%s,"event_ts":"{{unix}}.000200"}' % (event, inner))  # noqa: UP031 - full of braces
    return Sample("slack", event.replace("_", "-"), event, body, user_agent=_AGENT)


SAMPLES = (
    _event(
        "app_mention",
        '"user":"U{{int:10}}","text":"<@U{{int:10:b}}> is the build green?","ts":"{{unix}}.000200","channel":"C{{int:10}}"',
    ),
    _event(
        "message",
        '"channel":"C{{int:10}}","user":"U{{int:10}}","text":"Land ahoy :wave:","ts":"{{unix}}.000200","channel_type":"channel"',
    ),
    _event(
        "reaction_added",
        '"user":"U{{int:10}}","reaction":"anchor","item_user":"U{{int:10:b}}","item":{"type":"message","channel":"C{{int:10}}",'
        '"ts":"{{unix}}.000100"}',
    ),
    _event("member_joined_channel", '"user":"U{{int:10}}","channel":"C{{int:10}}","channel_type":"C","team":"T{{int:10}}"'),
    _event("app_home_opened", '"user":"U{{int:10}}","channel":"D{{int:10}}","tab":"home"'),
    Sample(
        "slack", "url-verification", "url_verification",
        '{"token":"{{token:24}}","challenge":"{{token:52}}","type":"url_verification"}', user_agent=_AGENT,
    ),
    Sample(
        "slack", "slash-command", "/deploy",
        "token={{token:24}}&team_id=T{{int:10}}&team_domain=garfio&channel_id=C{{int:10}}&channel_name=general"
        "&user_id=U{{int:10}}&user_name=marta&command=%2Fdeploy&text=staging&api_app_id=A{{int:10}}&is_enterprise_install=false"
        "&response_url=https%3A%2F%2Fhooks.slack.example%2Fcommands%2F{{token:20}}&trigger_id={{int:12}}.{{int:10}}.{{hex:32}}",
        content_type=FORM, user_agent=_AGENT,
    ),
)  # fmt: skip
