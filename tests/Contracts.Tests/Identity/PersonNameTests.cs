using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class PersonNameTests
{
    [Fact]
    public void A_name_is_trimmed_and_kept() => Assert.Equal("张 三", Documents.Name(" 张 三\u3000").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData("张*")]
    [InlineData("张\n三")]
    [InlineData("张\0")]
    [InlineData("张\ud842")]
    [InlineData("\udfb7张")]
    [InlineData("\u202E张三")]
    [InlineData("\u200B张三")]
    [InlineData("\u0301张")]
    [InlineData("\uFFFE张")]
    public void What_is_no_name_is_refused(string? typed)
    {
        Assert.False(PersonName.TryCreate(typed, out var name));
        Assert.Null(name);
    }

    [Fact]
    public void The_longest_name_has_64_characters_also_outside_the_basic_plane()
    {
        Assert.True(PersonName.TryCreate(string.Concat(Enumerable.Repeat("𠮷", PersonName.MaxLength)), out _));
        Assert.False(PersonName.TryCreate(string.Concat(Enumerable.Repeat("𠮷", PersonName.MaxLength + 1)), out _));
    }

    [Fact]
    public void What_a_name_prints_is_its_mask()
    {
        var name = Documents.Name("司马相如");
        Assert.Equal("司马**", name.ToString());
        Assert.Equal("司马**", $"{name}");
    }

    [Fact]
    public void The_same_name_is_the_same_person_name()
    {
        Assert.Equal(Documents.Name("张三"), Documents.Name(" 张三 "));
        Assert.Equal(Documents.Name("张三").GetHashCode(), Documents.Name(" 张三 ").GetHashCode());
        Assert.NotEqual(Documents.Name("张三"), Documents.Name("张四"));
    }
}
