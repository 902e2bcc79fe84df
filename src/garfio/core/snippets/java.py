"""Java: Spring."""

from __future__ import annotations

from garfio.core.snippets.language import Language

JAVA = Language(
    syntax="java",
    comment="//",
    function="""\
private static final String SECRET = System.getenv("WEBHOOK_SECRET");
private static final String PUBLIC_URL = System.getenv().getOrDefault("WEBHOOK_URL", "");

static boolean isGenuine(byte[] rawBody, HttpHeaders headers) throws Exception {
    String value = @VALUE@;
@SPLIT@
@TIME@    var signed = new ByteArrayOutputStream();
@SIGNED@
    Mac mac = Mac.getInstance("Hmac@DIGEST@;
    byte[] expected = digest.getBytes(UTF_8);
    return given.stream().anyMatch(one -> MessageDigest.isEqual(one.getBytes(UTF_8), expected));
}

private static String header(HttpHeaders headers, String name) {
    return Objects.requireNonNullElse(headers.getFirst(name), "");
}
""",
    header="header(headers, @NAME@)",
    field='fields.getOrDefault(@NAME@, "")',
    text="@TEXT@.getBytes(UTF_8)",
    literal="@TEXT@.getBytes(UTF_8)",
    body="rawBody",
    join=("    signed.write(", ");\n    signed.write(", ");"),
    keys={
        "text": "SECRET.getBytes(UTF_8)",
        "whsec": 'Base64.getDecoder().decode(SECRET.replaceFirst("^whsec_", ""))',
        "b64": "Base64.getDecoder().decode(SECRET)",
        "hex": "HexFormat.of().parseHex(SECRET)",
    },
    digests={
        "hex": '@HASH@");\n    mac.init(new SecretKeySpec(@KEY@, "RAW"));\n'
        "    String digest = HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()))",
        "base64": '@HASH@");\n    mac.init(new SecretKeySpec(@KEY@, "RAW"));\n'
        "    String digest = Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()))",
        "base64url": '@HASH@");\n    mac.init(new SecretKeySpec(@KEY@, "RAW"));\n'
        "    String digest = Base64.getUrlEncoder()"
        ".withoutPadding().encodeToString(mac.doFinal(signed.toByteArray()))",
    },
    hashes={name: name.upper() for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single='    var given = List.of(value.startsWith(@PREFIX@) ? value.substring(@PREFIX@.length()) : "");',
    several="""\
    var given = Arrays.stream(value.split(@SEPARATOR@)).filter(one -> one.startsWith(@PREFIX@))
        .map(one -> one.substring(@PREFIX@.length())).toList();""",
    pairs="""\
    var fields = new HashMap<String, String>();
    var given = new ArrayList<String>();
    for (String item : value.split(@SEPARATOR@)) {
        String[] pair = item.strip().split("=", 2);
        if (pair.length < 2) continue;
        fields.put(pair[0], pair[1]);
        if (pair[0].equals(@NAME@)) given.add(pair[1]);
    }""",
    time="""\
    double age = System.currentTimeMillis() / 1000.0 - Double.parseDouble("0" + @STAMP@)@DIVISOR@;
    if (Math.abs(age) > @TOLERANCE@) return false;
""",
    url="PUBLIC_URL",
)

SPRING = """\
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
public class WebhookController {
    @PostMapping(@PATH@)
    ResponseEntity<Void> webhook(@RequestBody byte[] rawBody, @RequestHeader HttpHeaders headers)
            throws Exception { // byte[], not a class: Spring would parse and form bodies would be rebuilt
        if (!isGenuine(rawBody, headers)) return ResponseEntity.badRequest().build();
        return ResponseEntity.ok().build();
    }

@DEEPER@}
"""
