using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Revocation;

/// <summary>The lists in the text of the IETF's Token Status List: ours is the one of two bits, and the others are refused.</summary>
public sealed class TokenStatusListVectorTests
{
    private static readonly TrustedIssuer Beijing = Checkpoint.Open.Trust.Find(MadeUpRegion.Beijing.Issuer)!;

    [SkippableFact]
    public void A_list_of_two_bits_is_read_place_by_place_and_of_another_width_not_at_all()
    {
        var vectors = ThirdPartyVectors.Read("token-status-list/vectors.json").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 4, 8], vectors.Select(v => v.GetProperty("bits").GetInt32()).Distinct().Order());
        foreach (var vector in vectors)
        {
            var list = StatusListToken.Read(Token(vector), Beijing, MadeUpRegion.Today);
            Assert.Equal(vector.GetProperty("bits").GetInt32() == 2, list is not null);
            if (list is null) continue;
            var states = States(vector);
            Assert.Equal(vector.GetProperty("size").GetInt32(), list.List.Count);
            for (var i = 0; i < list.List.Count; i++)
                if (states.GetValueOrDefault(i) is var state && list.StateOf(i) != (state == 3 ? null : (PassState?)state)) Assert.Fail($"{i}: {list.StateOf(i)}");
        }
    }

    [SkippableFact]
    public void Every_list_is_canonical_base64url_of_as_many_bits_as_it_says()
    {
        foreach (var vector in ThirdPartyVectors.Read("token-status-list/vectors.json").EnumerateArray())
        {
            var bits = vector.GetProperty("bits").GetInt32();
            using var zlib = new ZLibStream(new MemoryStream(StrictBase64Url.Decode(vector.Text("lst"))!), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            zlib.CopyTo(bytes);
            var content = bytes.ToArray();
            Assert.Equal(vector.GetProperty("size").GetInt32() * bits / 8, content.Length);
            Assert.All(States(vector), s => Assert.Equal(s.Value, (content[s.Key * bits / 8] >> (s.Key * bits % 8)) & ((1 << bits) - 1)));
        }
    }

    private static Dictionary<int, int> States(JsonElement vector) =>
        vector.GetProperty("statuses").EnumerateObject().ToDictionary(s => int.Parse(s.Name, CultureInfo.InvariantCulture), s => s.Value.GetInt32());

    private static string Token(JsonElement vector)
    {
        var region = MadeUpRegion.Beijing;
        return SignedToken.Sign(StatusListToken.Type, region.DayKey, JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = region.Issuer,
            sub = $"{region.Issuer}/status/{MadeUpRegion.Today.Compact}",
            iat = MadeUpRegion.Morning.ToUnixTimeSeconds(),
            exp = MadeUpRegion.Today.End.ToUnixTimeSeconds(),
            ttl = 60,
            version = 0,
            status_list = new { bits = vector.GetProperty("bits").GetInt32(), lst = vector.Text("lst") },
        }));
    }
}
