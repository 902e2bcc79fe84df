"""PHP: Laravel."""

from __future__ import annotations

from garfio.core.snippets.language import Language

PHP = Language(
    syntax="php",
    comment="//",
    function="""\
function isGenuine(string $rawBody, callable $header): bool
{
    $secret = config('services.webhook.secret');
    $publicUrl = config('services.webhook.url');
    $value = @VALUE@;
@SPLIT@
@TIME@    $signed = @SIGNED@;
    $digest = @DIGEST@;
    foreach ($given as $one) {
        if (hash_equals($digest, $one)) {
            return true;
        }
    }
    return false;
}
""",
    header="(string) $header(@NAME@)",
    field="($fields[@NAME@] ?? '')",
    text="@TEXT@",
    literal="@TEXT@",
    body="$rawBody",
    join=("", " . ", ""),
    keys={
        "text": "$secret",
        "whsec": "base64_decode(preg_replace('/^whsec_/', '', $secret))",
        "b64": "base64_decode($secret)",
        "hex": "hex2bin($secret)",
    },
    digests={
        "hex": "hash_hmac('@HASH@', $signed, @KEY@)",
        "base64": "base64_encode(hash_hmac('@HASH@', $signed, @KEY@, true))",
        "base64url": "rtrim(strtr(base64_encode(hash_hmac('@HASH@', $signed, @KEY@, true)), '+/', '-_'), '=')",
    },
    hashes={name: name for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single="    $given = [str_starts_with($value, @PREFIX@) ? substr($value, strlen(@PREFIX@)) : ''];",
    several="""\
    $given = [];
    foreach (explode(@SEPARATOR@, $value) as $one) {
        if (str_starts_with($one, @PREFIX@)) {
            $given[] = substr($one, strlen(@PREFIX@));
        }
    }""",
    pairs="""\
    $fields = [];
    $given = [];
    foreach (explode(@SEPARATOR@, $value) as $item) {
        [$name, $text] = explode('=', trim($item), 2) + [1 => ''];
        $fields[$name] = $text;
        if ($name === @NAME@) {
            $given[] = $text;
        }
    }""",
    time="""\
    if (abs(time() - (float) @STAMP@@DIVISOR@) > @TOLERANCE@) {
        return false;
    }
""",
    url="$publicUrl",
    quote="'",
)

LARAVEL = """\
<?php
// routes/api.php: no CSRF check and no TrimStrings there; secret and url in config/services.php

use Illuminate\\Http\\Request;
use Illuminate\\Support\\Facades\\Route;

@CHECK@
Route::post(@PATH@, function (Request $request) {
    $rawBody = $request->getContent(); // not $request->all()
    if (! isGenuine($rawBody, fn (string $name) => $request->header($name))) {
        return response('', 400);
    }
    $event = json_decode($rawBody, true);
    return response('', 200);
});
"""
