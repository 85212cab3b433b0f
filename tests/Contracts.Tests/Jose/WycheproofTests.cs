using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

/// <summary>C2SP Wycheproof: signatures on P-256 in P1363 form, JSON web keys, and JSON web signatures at signature level.</summary>
public sealed class WycheproofTests
{
    /// <summary>Where a strict verifier and the marks differ, and why. A deviation that vanishes fails as loudly as a new one.</summary>
    private static readonly Dictionary<int, (bool Marked, string Why)> KnownDeviations = new()
    {
        [346] = (true, "The key's alg is PS256 and the header says PS384: the key pins its algorithm (RFC 7517 §4.4)."),
        [350] = (true, "As 346, with key_ops."),
        [367] = (false, "Marked for its padding, which the file does not hold: byte for byte the valid 357."),
        [370] = (false, "As 367, for padding of the payload."),
        [372] = (true, "A question mark inside the header's base64url, which is no character of that alphabet (RFC 4648 §5)."),
        [373] = (true, "As 372, inside the payload."),
    };

    [SkippableFact]
    public void Every_P1363_signature_on_P_256_is_judged_as_marked()
    {
        var judged = 0;
        foreach (var (group, test, id, valid) in ThirdPartyVectors.Cases(ThirdPartyVectors.Read("wycheproof/ecdsa_secp256r1_sha256_p1363_test.json")))
        {
            var point = Convert.FromHexString(group.GetProperty("publicKey").Text("uncompressed"));
            var key = new VerificationKey(new EcJwk(StrictBase64Url.Encode(point.AsSpan(1, 32)), StrictBase64Url.Encode(point.AsSpan(33))));
            var stands = key.Verify(Convert.FromHexString(test.Text("msg")), Convert.FromHexString(test.Text("sig")));
            Assert.True(stands == valid, $"{id}: {test.Text("comment")}");
            judged++;
        }

        Assert.Equal(262, judged);
    }

    [SkippableFact]
    public void Every_web_key_that_is_not_a_sound_P_256_key_is_refused()
    {
        var (refused, accepted, total) = (0, 0, 0);
        foreach (var (group, test, id, valid) in ThirdPartyVectors.Cases(ThirdPartyVectors.Read("wycheproof/json_web_key_test.json")))
        {
            total++;
            var keys = KeyOf(group).GetProperty("keys").EnumerateArray().ToArray();
            var sound = keys.Where(k => Key(k) is not null).ToArray();
            if (keys.Any(k => Text(k, "kty") == "EC") && keys.Length == 1) Assert.True(sound.Length == 0, $"{id}: {test.Text("comment")} has a key that is modified or of another use");
            Assert.False(sound.Any(k => Stands(k, test.Text("jws"))) && !valid, $"{id}: {test.Text("comment")}");
            refused += keys.Length - sound.Length;
            accepted += sound.Length;
        }

        Assert.Equal(26, total);
        Assert.Equal(1, accepted);
        Assert.True(refused >= total);
    }

    [SkippableFact]
    public void Every_ES256_web_signature_is_judged_as_marked_and_other_algorithms_are_unsupported()
    {
        var (judged, unsupported) = (0, 0);
        foreach (var (group, test, id, valid) in ThirdPartyVectors.Cases(ThirdPartyVectors.Read("wycheproof/json_web_signature_test.json")))
        {
            var stands = Stands(KeyOf(group), test.Text("jws"));
            if (IsEs256(KeyOf(group)))
            {
                Assert.DoesNotContain(id, KnownDeviations.Keys);
                Assert.True(stands == valid, $"{id}: {test.Text("comment")}");
                judged++;
            }
            else
            {
                Assert.False(stands, $"{id}: {test.Text("comment")}");
                unsupported++;
            }
        }

        Assert.Equal((41, 360), (judged, unsupported));
    }

    [SkippableFact]
    public void Every_web_signature_of_any_algorithm_is_judged_as_marked_but_for_the_six_known_deviations()
    {
        var cases = ThirdPartyVectors.Cases(ThirdPartyVectors.Read("wycheproof/json_web_signature_test.json")).ToArray();
        var deviations = cases.Where(c => AnyAlgorithm.Stands(KeyOf(c.Group), Encoding.UTF8.GetBytes(c.Case.Text("jws"))) != c.Valid).Select(c => (c.Id, c.Valid));
        Assert.Equal((401, 46), (cases.Length, cases.Count(c => c.Valid)));
        Assert.Equal(KnownDeviations.Select(d => (d.Key, d.Value.Marked)).Order(), deviations.Order());
        Assert.All(new[] { 367, 370 }, id => Assert.Equal(Jws(357), Jws(id)));

        string Jws(int id) => cases.Single(c => c.Id == id).Case.Text("jws");
    }

    private static bool IsEs256(JsonElement key) => Text(key, "kty") == "EC" && Text(key, "crv") == "P-256";

    // A header as these files have it, with kid and without typ; the algorithm is the pinned one and never the key's or the header's choice.
    private static bool Stands(JsonElement jwk, string token)
    {
        if (Key(jwk) is not { } key || !CompactJws.TrySplit(Encoding.UTF8.GetBytes(token), out var jws) || JwsHeader.Read(jws.Header)?.Algorithm != JwsHeader.Es256) return false;
        var payload = new byte[StrictBase64Url.DecodedLength(jws.Payload.Length)];
        var signature = new byte[StrictBase64Url.DecodedLength(jws.Signature.Length)];
        return StrictBase64Url.TryDecode(jws.Payload, payload, out _) && StrictBase64Url.TryDecode(jws.Signature, signature, out _) && key.Verify(jws.SigningInput, signature);
    }

    // These files name their keys by hand, where ours are named by their thumbprint.
    private static VerificationKey? Key(JsonElement jwk)
    {
        var members = jwk.EnumerateObject().Where(m => m.Name is not "kid").ToDictionary(m => m.Name, m => m.Value);
        return EcJwk.Parse(JsonSerializer.SerializeToElement(members)) is { } key ? new(key) : null;
    }

    private static JsonElement KeyOf(JsonElement group) => group.TryGetProperty("public", out var key) ? key : group.GetProperty("private");

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
