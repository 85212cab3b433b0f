using System.IO.Compression;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Jose;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Revocation;

public sealed class StatusListTests
{
    [Fact]
    public void The_example_of_the_draft_reads_with_the_lowest_bits_first()
    {
        // Token Status List §4: two bits, bytes C9 44 F9 hold 1 2 0 3, 0 1 0 1, 1 2 3 3.
        var list = new StatusList([0xC9, 0x44, 0xF9]);
        Assert.Equal(12, list.Count);
        PassState?[] expected = [PassState.Superseded, PassState.Suspended, PassState.Valid, null, PassState.Valid, PassState.Superseded,
            PassState.Valid, PassState.Superseded, PassState.Superseded, PassState.Suspended, null, null];
        Assert.Equal(expected, Enumerable.Range(0, 12).Select(list.StateOf));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Outside_the_list_nothing_is_told(int index) => Assert.Null(new StatusList([0, 0, 0]).StateOf(index));

    [SkippableTheory]
    [InlineData(12)]
    [InlineData(1_048_576)]
    public void The_two_bit_lists_of_the_draft_are_read(int size)
    {
        var vector = ThirdPartyVectors.Read("token-status-list/vectors.json").EnumerateArray()
            .Single(v => v.GetProperty("bits").GetInt32() == 2 && v.GetProperty("size").GetInt32() == size);
        using var zlib = new ZLibStream(new MemoryStream(StrictBase64Url.Decode(vector.Text("lst"))!), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        zlib.CopyTo(bits);
        var list = new StatusList(bits.ToArray());
        Assert.Equal(size, list.Count);
        var statuses = vector.GetProperty("statuses").EnumerateObject().ToDictionary(s => int.Parse(s.Name, System.Globalization.CultureInfo.InvariantCulture), s => s.Value.GetInt32());
        for (var index = 0; index < list.Count; index++)
        {
            var value = statuses.GetValueOrDefault(index);
            Assert.Equal(value == 3 ? null : (PassState)value, list.StateOf(index));
        }
    }

    [Fact]
    public void A_newer_list_replaces_an_older_one_and_never_the_other_way()
    {
        var old = Checkpoint.List(MadeUpRegion.Beijing);
        var young = old with { AsOf = old.AsOf.AddSeconds(1) };
        Assert.Same(young, StatusListSet.Empty.With(old).With(young).Find(old.Issuer, old.Day));
        Assert.Same(young, StatusListSet.Empty.With(young).With(old).Find(old.Issuer, old.Day));
        Assert.Null(StatusListSet.Empty.Find(old.Issuer, old.Day));
    }

    [Fact]
    public void Lists_of_days_gone_by_are_dropped()
    {
        var today = Checkpoint.List(MadeUpRegion.Beijing);
        var yesterday = today with { Day = MadeUpRegion.Today.Previous };
        var set = StatusListSet.Empty.With(today).With(yesterday).Without(MadeUpRegion.Today);
        Assert.Equal([today], set.All);
        Assert.Empty(set.Without(new ShanghaiDay(MadeUpRegion.Today.Date.AddDays(1))).All);
    }
}
