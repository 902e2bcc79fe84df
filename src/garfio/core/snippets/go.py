"""Go: net/http."""

from __future__ import annotations

from garfio.core.snippets.language import Language

GO = Language(
    syntax="go",
    comment="//",
    function="""\
func isGenuine(rawBody []byte, header http.Header) bool {
	secret, publicURL := os.Getenv("WEBHOOK_SECRET"), os.Getenv("WEBHOOK_URL")
	_ = publicURL
	value := @VALUE@
@SPLIT@
@TIME@	mac := hmac.New(@DIGEST@
	for _, one := range given {
		if hmac.Equal([]byte(one), []byte(digest)) {
			return true
		}
	}
	return false
}
""",
    header="header.Get(@NAME@)",
    field="fields[@NAME@]",
    text="[]byte(@TEXT@)",
    literal="[]byte(@TEXT@)",
    body="rawBody",
    join=("	mac.Write(", ")\n	mac.Write(", ")"),
    keys={
        "text": "[]byte(secret)",
        "whsec": 'decoded(base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_")))',
        "b64": "decoded(base64.StdEncoding.DecodeString(secret))",
        "hex": "decoded(hex.DecodeString(secret))",
    },
    digests={
        "hex": "@HASH@, @KEY@)\n@SIGNED@\n	digest := hex.EncodeToString(mac.Sum(nil))",
        "base64": "@HASH@, @KEY@)\n@SIGNED@\n	digest := base64.StdEncoding.EncodeToString(mac.Sum(nil))",
        "base64url": "@HASH@, @KEY@)\n@SIGNED@\n	digest := base64.RawURLEncoding.EncodeToString(mac.Sum(nil))",
    },
    hashes={
        "sha256": "sha256.New",
        "sha1": "sha1.New",
        "sha512": "sha512.New",
        "sha384": "sha512.New384",
        "md5": "md5.New",
    },
    single="	given := []string{strings.TrimPrefix(value, @PREFIX@)}",
    several="""\
	var given []string
	for _, one := range strings.Split(value, @SEPARATOR@) {
		if strings.HasPrefix(one, @PREFIX@) {
			given = append(given, strings.TrimPrefix(one, @PREFIX@))
		}
	}""",
    pairs="""\
	fields, given := map[string]string{}, []string{}
	for _, item := range strings.Split(value, @SEPARATOR@) {
		name, text, _ := strings.Cut(strings.TrimSpace(item), "=")
		fields[name] = text
		if name == @NAME@ {
			given = append(given, text)
		}
	}""",
    time="""\
	stamp, err := strconv.ParseFloat(@STAMP@, 64)
	if err != nil || math.Abs(float64(time.Now().Unix())-stamp@DIVISOR@) > @TOLERANCE@ {
		return false
	}
""",
    url="publicURL",
)

NET_HTTP = """\
package main

// goimports adds the imports

@CHECK@
func decoded(key []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return key
}

func main() {
	http.HandleFunc(@PATH@, func(w http.ResponseWriter, r *http.Request) {
		rawBody, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 10<<20)) // before any decoder
		if err != nil || !isGenuine(rawBody, r.Header) {
			http.Error(w, "", http.StatusBadRequest)
			return
		}
		w.WriteHeader(http.StatusOK)
	})
	http.ListenAndServe(":3000", nil)
}
"""
