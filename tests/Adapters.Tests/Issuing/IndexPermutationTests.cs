using HealthBao.Adapters.Issuing;

namespace HealthBao.Adapters.Tests.Issuing;

public sealed class IndexPermutationTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(1000)]
    [InlineData(65536)]
    public void Each_block_is_filled_whole_before_the_next_is_begun_and_no_place_comes_twice(int block)
    {
        var permutation = new IndexPermutation([1, 2, 3], block);
        for (var number = 0; number < 2; number++)
        {
            var places = Enumerable.Range(number * block, block).Select(n => permutation.IndexOf(n)).ToHashSet();
            Assert.Equal(block, places.Count);
            Assert.Equal((number * block, ((number + 1) * block) - 1), (places.Min(), places.Max()));
        }
    }

    [Fact]
    public void Neighbours_and_blocks_and_keys_say_nothing_of_each_other()
    {
        var (one, other) = (new IndexPermutation([1], 65536), new IndexPermutation([2], 65536));
        var places = Enumerable.Range(0, 1000).Select(n => one.IndexOf(n)).ToArray();
        Assert.True(places.Zip(places.Skip(1)).Count(p => Math.Abs(p.First - p.Second) == 1) < 10);
        Assert.NotEqual(places, Enumerable.Range(0, 1000).Select(n => other.IndexOf(n)));
        Assert.NotEqual(places, Enumerable.Range(65536, 1000).Select(n => one.IndexOf(n) - 65536));
    }
}
