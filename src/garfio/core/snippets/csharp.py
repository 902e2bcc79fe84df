"""C#: ASP.NET Core."""

from __future__ import annotations

from garfio.core.snippets.language import Language

CSHARP = Language(
    syntax="csharp",
    comment="//",
    function="""\
static bool IsGenuine(byte[] rawBody, IHeaderDictionary headers)
{
    var secret = Environment.GetEnvironmentVariable("WEBHOOK_SECRET")!;
    var publicUrl = Environment.GetEnvironmentVariable("WEBHOOK_URL") ?? "";
    var value = @VALUE@;
@SPLIT@
@TIME@    var signed = new List<byte>();
@SIGNED@
    var hash = HMAC@DIGEST@;
    var expected = Encoding.UTF8.GetBytes(digest);
    return given.Any(one => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), expected));
}
""",
    header="headers[@NAME@].ToString()",
    field='fields.GetValueOrDefault(@NAME@, "")',
    text="Encoding.UTF8.GetBytes(@TEXT@)",
    literal="Encoding.UTF8.GetBytes(@TEXT@)",
    body="rawBody",
    join=("    signed.AddRange(", ");\n    signed.AddRange(", ");"),
    keys={
        "text": "Encoding.UTF8.GetBytes(secret)",
        "whsec": 'Convert.FromBase64String(secret.Replace("whsec_", ""))',
        "b64": "Convert.FromBase64String(secret)",
        "hex": "Convert.FromHexString(secret)",
    },
    digests={
        "hex": "@HASH@.HashData(@KEY@, signed.ToArray());\n"
        "    var digest = Convert.ToHexString(hash).ToLowerInvariant()",
        "base64": "@HASH@.HashData(@KEY@, signed.ToArray());\n    var digest = Convert.ToBase64String(hash)",
        "base64url": "@HASH@.HashData(@KEY@, signed.ToArray());\n"
        "    var digest = Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_')",
    },
    hashes={name: name.upper() for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single='    var given = new[] { value.StartsWith(@PREFIX@) ? value[@PREFIX@.Length..] : "" };',
    several="""\
    var given = value.Split(@SEPARATOR@).Where(one => one.StartsWith(@PREFIX@))
        .Select(one => one[@PREFIX@.Length..]);""",
    pairs="""\
    var items = value.Split(@SEPARATOR@).Select(item => item.Trim().Split('=', 2))
        .Where(pair => pair.Length == 2).ToList();
    var fields = items.GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1]);
    var given = items.Where(pair => pair[0] == @NAME@).Select(pair => pair[1]);""",
    time="""\
    if (!double.TryParse(@STAMP@, out var stamp)) return false;
    var age = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0 - stamp@DIVISOR@;
    if (Math.Abs(age) > @TOLERANCE@) return false;
""",
    url="publicUrl",
)

ASPNET = """\
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

var app = WebApplication.CreateBuilder(args).Build();

app.MapPost(@PATH@, async (HttpRequest request) =>
{
    using var buffer = new MemoryStream(); // not a model as a parameter: it would parse the body
    await request.Body.CopyToAsync(buffer);
    var rawBody = buffer.ToArray();
    if (!IsGenuine(rawBody, request.Headers)) return Results.BadRequest();
    var webhook = JsonDocument.Parse(rawBody);
    return Results.Ok();
});

app.Run();

@CHECK@"""
