using CsCheck;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Revocation;

public sealed class StatusListProperties
{
    private static readonly TrustedIssuer Beijing = Checkpoint.Open.Trust.Find(MadeUpRegion.Beijing.Issuer)!;

    [Fact]
    public void Every_state_is_told_at_its_own_place_and_nothing_beyond_the_last() => Gen.Int[0, 3].Array[0, 400].Sample(states =>
    {
        var list = new StatusList(Packed(states));
        return states.Select((state, i) => list.StateOf(i) == (state == 3 ? null : (PassState?)state)).All(told => told)
            && Enumerable.Range(states.Length, list.Count - states.Length).All(i => list.StateOf(i) == PassState.Valid)
            && list.StateOf(list.Count) is null && list.StateOf(-1) is null && list.StateOf(int.MaxValue) is null && list.StateOf(int.MinValue) is null;
    });

    [Fact]
    public void A_list_that_is_signed_is_read_as_it_was() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 86_399], Gen.Int[1, 3600]).Sample((bits, second, ttl) =>
    {
        var list = new HeldStatusList(MadeUpRegion.Beijing.Issuer, MadeUpRegion.Today, new(bits), MadeUpRegion.Today.Start.AddSeconds(second), TimeSpan.FromSeconds(ttl));
        var read = StatusListToken.Read(StatusListToken.Sign(list, MadeUpRegion.Beijing.DayKey), Beijing, MadeUpRegion.Today)!;
        return read.List.ToArray().SequenceEqual(bits) && (read.Issuer, read.Day, read.AsOf, read.TimeToLive) == (list.Issuer, list.Day, list.AsOf, list.TimeToLive);
    }, iter: 300);

    [Fact]
    public void A_list_with_one_character_changed_is_no_list()
    {
        var token = StatusListToken.Sign(Checkpoint.List(MadeUpRegion.Beijing, [0, 0x55, 0xAA, 0xFF]), MadeUpRegion.Beijing.DayKey);
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char.AlphaNumeric).Sample((at, c) =>
            token[at] == c || StatusListToken.Read(token[..at] + c + token[(at + 1)..], Beijing, MadeUpRegion.Today) is null, iter: 2000);
    }

    private static byte[] Packed(int[] states)
    {
        var bits = new byte[(states.Length + 3) / 4];
        for (var i = 0; i < states.Length; i++) bits[i >> 2] |= (byte)(states[i] << ((i & 3) * 2));
        return bits;
    }
}
