<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ArmedBar</name>
        <message numerus="yes">
            <source>It acts once nothing has matched for %n minute(s) of listening.</source>
            <translation>
                <numerusform>It acts once nothing has matched for %n minute of listening.</numerusform>
                <numerusform>It acts once nothing has matched for %n minutes of listening.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArrivalsChart</name>
        <message numerus="yes">
            <source>%n arrival(s)</source>
            <translation>
                <numerusform>%n arrival</numerusform>
                <numerusform>%n arrivals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failing</source>
            <translation>
                <numerusform>%n failing</numerusform>
                <numerusform>%n failing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n expected</source>
            <translation>
                <numerusform>%n expected</numerusform>
                <numerusform>%n expected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CrumbBar</name>
        <message numerus="yes">
            <source>%n inside</source>
            <translation>
                <numerusform>%n inside</numerusform>
                <numerusform>%n inside</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that the search shows</source>
            <translation>
                <numerusform>%n that the search shows</numerusform>
                <numerusform>%n that the search shows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) taken out of the first one</source>
            <translation>
                <numerusform>%n value taken out of the first one</numerusform>
                <numerusform>%n values taken out of the first one</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>all %n</source>
            <translation>
                <numerusform>all %n</numerusform>
                <numerusform>all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewsPill</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OnPurposeMark</name>
        <message numerus="yes">
            <source>%n path(s) answer on purpose</source>
            <translation>
                <numerusform>%n path answers on purpose</numerusform>
                <numerusform>%n paths answer on purpose</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderDialog</name>
        <message numerus="yes">
            <source>Send %n in order</source>
            <translation>
                <numerusform>Send %n</numerusform>
                <numerusform>Send %n in order</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send about %n in order</source>
            <translation>
                <numerusform>Send about %n in order</numerusform>
                <numerusform>Send about %n in order</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlaceBar</name>
        <message numerus="yes">
            <source>%n more ›</source>
            <translation>
                <numerusform>%n more ›</numerusform>
                <numerusform>%n more ›</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProviderList</name>
        <message numerus="yes">
            <source>Search %n provider(s)</source>
            <translation>
                <numerusform>Search %n provider</numerusform>
                <numerusform>Search %n providers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchProgress</name>
        <message numerus="yes">
            <source>Searching… %n found</source>
            <translation>
                <numerusform>Searching… %n found</numerusform>
                <numerusform>Searching… %n found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeveralDialog</name>
        <message numerus="yes">
            <source>%n webhook(s) will be sent to each, and the answers stand side by side.</source>
            <translation>
                <numerusform>One webhook will be sent to each, and the answers stand side by side.</numerusform>
                <numerusform>%n webhooks will be sent to each, and the answers stand side by side.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShapeRoom</name>
        <message numerus="yes">
            <source>Not what {schema} says: %n fault(s)</source>
            <translation>
                <numerusform>Not what {schema} says: %n fault</numerusform>
                <numerusform>Not what {schema} says: %n faults</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Other than every {event} before: %n difference(s)</source>
            <translation>
                <numerusform>Other than every {event} before: %n difference</numerusform>
                <numerusform>Other than every {event} before: %n differences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SignatureTab</name>
        <message numerus="yes">
            <source>none of %n secret(s)</source>
            <translation>
                <numerusform>the secret does not match</numerusform>
                <numerusform>none of %n secrets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n captured</source>
            <translation>
                <numerusform>%n captured</numerusform>
                <numerusform>%n captured</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>%n refused</numerusform>
                <numerusform>%n refused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextPane</name>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>%n value</numerusform>
                <numerusform>%n values</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n new webhook(s)</source>
            <translation>
                <numerusform>%n new webhook</numerusform>
                <numerusform>%n new webhooks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrialDialog</name>
        <message numerus="yes">
            <source>the last %n webhook(s)</source>
            <translation>
                <numerusform>the last webhook</numerusform>
                <numerusform>the last %n webhooks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrialPane</name>
        <message numerus="yes">
            <source>None of the last %n webhook(s) matches the query.</source>
            <translation>
                <numerusform>The one webhook that there is does not match the query.</numerusform>
                <numerusform>None of the last %n webhooks matches the query.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message numerus="yes">
            <source>%n copied</source>
            <translation>
                <numerusform>%n copied</numerusform>
                <numerusform>%n copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n deleted</numerusform>
                <numerusform>%n deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exported</source>
            <translation>
                <numerusform>%n exported</numerusform>
                <numerusform>%n exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n imported</source>
            <translation>
                <numerusform>%n imported</numerusform>
                <numerusform>%n imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) taken out</source>
            <translation>
                <numerusform>%n value taken out</numerusform>
                <numerusform>%n values taken out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete all %n webhook(s)?</source>
            <translation>
                <numerusform>Delete the one webhook?</numerusform>
                <numerusform>Delete all %n webhooks?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>consent</name>
        <message numerus="yes">
            <source>%n {method} request(s) would be sent to {url}.</source>
            <translation>
                <numerusform>%n {method} request would be sent to {url}.</numerusform>
                <numerusform>%n {method} requests would be sent to {url}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>%n h ago</numerusform>
                <numerusform>%n h ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>%n min ago</numerusform>
                <numerusform>%n min ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s ago</source>
            <translation>
                <numerusform>%n s ago</numerusform>
                <numerusform>%n s ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s) ago</source>
            <translation>
                <numerusform>%n year ago</numerusform>
                <numerusform>%n years ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>notes</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>replies</name>
        <message numerus="yes">
            <source>{answer} · %n time(s)</source>
            <translation>
                <numerusform>{answer} · %n time</numerusform>
                <numerusform>{answer} · %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{answer}, %n time(s)</source>
            <translation>
                <numerusform>{answer}, %n time</numerusform>
                <numerusform>{answer}, %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>resend</name>
        <message numerus="yes">
            <source>%n answered as expected</source>
            <translation>
                <numerusform>%n answered as expected</numerusform>
                <numerusform>%n answered as expected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be sent</source>
            <translation>
                <numerusform>%n could not be sent</numerusform>
                <numerusform>%n could not be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sending %n webhook(s) to {target}</source>
            <translation>
                <numerusform>Sending %n webhook to {target}</numerusform>
                <numerusform>Sending %n webhooks to {target}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>stopped at the first failure, %n not sent</source>
            <translation>
                <numerusform>stopped at the first failure, %n not sent</numerusform>
                <numerusform>stopped at the first failure, %n not sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rule</name>
        <message numerus="yes">
            <source>✕ %n given up</source>
            <translation>
                <numerusform>✕ %n given up</numerusform>
                <numerusform>✕ %n given up</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>run</name>
        <message numerus="yes">
            <source>%n queued again</source>
            <translation>
                <numerusform>%n queued again</numerusform>
                <numerusform>%n queued again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies)</source>
            <translation>
                <numerusform>%n try</numerusform>
                <numerusform>%n tries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>schema</name>
        <message numerus="yes">
            <source>learned from %n delivery(s)</source>
            <translation>
                <numerusform>learned from %n delivery</numerusform>
                <numerusform>learned from %n deliveries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>secret</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>shape</name>
        <message numerus="yes">
            <source>It was learned from %n delivery(s).</source>
            <translation>
                <numerusform>It was learned from %n delivery.</numerusform>
                <numerusform>It was learned from %n deliveries.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>trial</name>
        <message numerus="yes">
            <source>%n action(s) would be done.</source>
            <translation>
                <numerusform>%n action would be done.</numerusform>
                <numerusform>%n actions would be done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be.</source>
            <translation>
                <numerusform>%n cannot be.</numerusform>
                <numerusform>%n cannot be.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the last {count} webhooks match</source>
            <translation>
                <numerusform>%n of the last {count} webhooks matches</numerusform>
                <numerusform>%n of the last {count} webhooks match</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Looked at: {count}. It would have acted %n time(s)</source>
            <translation>
                <numerusform>Looked at: {count}. It would have acted once</numerusform>
                <numerusform>Looked at: {count}. It would have acted %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>None of the last %n webhook(s) matches the query.</source>
            <translation>
                <numerusform>The last webhook does not match the query.</numerusform>
                <numerusform>None of the last %n webhooks matches the query.</numerusform>
            </translation>
        </message>
    </context>
</TS>
