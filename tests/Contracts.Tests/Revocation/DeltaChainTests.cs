using CsCheck;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Revocation;

public sealed class DeltaChainTests
{
    private const int Block = 32 * 1024;
    private static readonly HeldStatusList List = Checkpoint.List(MadeUpRegion.Beijing, new byte[256]) with { Version = 7 };

    public static TheoryData<long, long, int, DeltaFit> Fits => new()
    {
        { 7, 8, 1024, DeltaFit.Applied },
        { 7, 9, 2048, DeltaFit.Applied },
        { 5, 9, 1024, DeltaFit.Applied },
        { 8, 9, 1024, DeltaFit.Gap },
        { 7, 8, 1020, DeltaFit.Gap },
        { 8, 8, 1024, DeltaFit.Gap },
        { 6, 7, 1024, DeltaFit.Stale },
        { 5, 6, 1024, DeltaFit.Stale },
        { 6, 6, 2048, DeltaFit.Stale },
        { 7, 7, 1020, DeltaFit.Stale },
        { 7, 7, 2048, DeltaFit.Applied },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void Only_a_delta_that_continues_the_list_moves_it(long from, long to, int places, DeltaFit expected)
    {
        var delta = StatusListDeltaTokenTests.Delta(from, to, places, from == to ? [] : [new(PassState.Suspended, [9])]) with { AsOf = List.AsOf.AddSeconds(expected == DeltaFit.Stale ? 0 : 5) };
        var after = List.With(delta, out var fit);
        Assert.Equal(expected, fit);
        if (fit != DeltaFit.Applied)
        {
            Assert.Same(List, after);
            return;
        }

        Assert.Equal((to, places, List.AsOf.AddSeconds(5)), (after.Version, after.List.Count, after.AsOf));
        Assert.Equal(from == to ? PassState.Valid : PassState.Suspended, after.StateOf(9));
        Assert.Equal(PassState.Valid, List.StateOf(9));
        Assert.Null(after.StateOf(places));
    }

    [Fact]
    public void A_delta_told_twice_or_of_another_list_changes_nothing()
    {
        var delta = StatusListDeltaTokenTests.Delta(7, 8, 1024, new ChangedPlaces(PassState.Superseded, [9]));
        var after = List.With(delta, out _);
        Assert.Same(after, after.With(delta, out var again));
        Assert.Equal(DeltaFit.Stale, again);
        Assert.Same(List, List.With(delta with { Issuer = MadeUpRegion.Tianjin.Issuer }, out var foreign));
        Assert.Same(List, List.With(delta with { Day = MadeUpRegion.Today.Next }, out var tomorrow));
        Assert.Equal((DeltaFit.Gap, DeltaFit.Gap), (foreign, tomorrow));
    }

    [Fact]
    public void That_the_list_still_stands_moves_its_instant_and_never_back()
    {
        var beat = StatusListDeltaTokenTests.Delta(7, 7, 1024) with { AsOf = List.AsOf.AddSeconds(10) };
        var after = List.With(beat, out var fit);
        Assert.Equal((DeltaFit.Applied, List.AsOf.AddSeconds(10)), (fit, after.AsOf));
        Assert.Same(List.List, after.List);
        var change = StatusListDeltaTokenTests.Delta(7, 8, 1024, new ChangedPlaces(PassState.Superseded, [9]));
        Assert.Equal(after.AsOf, after.With(change, out _).AsOf);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData((2 * Block) - 1)]
    [InlineData(2 * Block)]
    [InlineData((2 * Block) + 3)]
    public void At_the_edge_of_a_block_one_place_changes_and_its_neighbours_do_not(int index)
    {
        var before = new StatusList(new byte[((2 * Block) + 4) / 4]);
        var after = before.With(before.Count, new ChangedPlaces(PassState.Suspended, [index]));
        Assert.Equal([index], after.Marked);
        Assert.Empty(before.Marked);
        Assert.Equal(PassState.Suspended, after.StateOf(index));
        Assert.Equal(after.ToArray(), new StatusList(after.ToArray()).ToArray());
        Assert.Null(after.StateOf(after.Count));
    }

    [Fact]
    public void A_list_neither_shrinks_nor_changes_outside_itself()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => List.List.With(1020));
        Assert.Throws<ArgumentOutOfRangeException>(() => List.List.With(1026));
        Assert.Throws<ArgumentOutOfRangeException>(() => List.List.With(1024, new ChangedPlaces(PassState.Valid, [1024])));
        Assert.Throws<ArgumentOutOfRangeException>(() => List.List.With(1024, new ChangedPlaces(PassState.Valid, [-1])));
    }

    [Fact]
    public void Deltas_applied_in_a_chain_make_the_list_that_is_built_whole()
    {
        var change = Gen.Select(Gen.Int[0, (3 * Block) - 1], Gen.Int[0, 2]);
        Gen.Select(Gen.Int[1, 3 * Block], change.Array[1, 40].Array[1, 20]).Sample((first, steps) =>
        {
            var places = first / 4 * 4 + 4;
            var bits = new byte[3 * Block / 4 + 4];
            var held = List with { List = StatusList.Empty.With(places), Version = 0 };
            foreach (var step in steps)
            {
                var states = step.DistinctBy(s => s.Item1).OrderBy(s => s.Item1).ToArray();
                places = Math.Max(places, (states[^1].Item1 / 4 * 4) + 4);
                foreach (var (index, state) in states) bits[index >> 2] = (byte)((bits[index >> 2] & ~(3 << ((index & 3) * 2))) | (state << ((index & 3) * 2)));
                var delta = StatusListDeltaTokenTests.Delta(held.Version, held.Version + 1, places, [.. states.GroupBy(s => s.Item2, s => s.Item1).Select(g => new ChangedPlaces((PassState)g.Key, [.. g]))]);
                held = held.With(delta, out var fit);
                if (fit != DeltaFit.Applied) return false;
            }

            return held.Version == steps.Length && held.List.ToArray().AsSpan().SequenceEqual(bits.AsSpan(0, places / 4))
                && Enumerable.Range(0, places).All(i => held.StateOf(i) == (PassState)((bits[i >> 2] >> ((i & 3) * 2)) & 3));
        }, iter: 60);
    }

    [Fact]
    public void A_lower_version_is_an_older_list_until_nothing_was_heard_for_the_time_to_live()
    {
        var set = StatusListSet.Empty.With(List);
        Assert.Same(List, set.With(List with { Version = 6, AsOf = List.AsOf.AddSeconds(59) }).Find(List.Issuer, List.Day));
        var anew = List with { Version = 0, AsOf = List.AsOf.AddSeconds(60) };
        Assert.Same(anew, set.With(anew).Find(List.Issuer, List.Day));
    }
}
