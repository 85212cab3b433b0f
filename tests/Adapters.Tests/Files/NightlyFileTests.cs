using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;
using HealthBao.Adapters.Tests.Regions.Hebei;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Files;

public sealed class NightlyFileTests : IDisposable
{
    private static readonly string Number = People.Number(1);
    private readonly HebeiRoom room = new();

    public void Dispose() => room.Dispose();

    private NightlyFile Open() => new XingtaiSource(room.Context()).File;

    private static string[] Rows(int count) => [.. Enumerable.Range(0, count).Select(n => Delivery.Row("张桂英", People.Number(n)))];

    private static NightlyAnswer Ask(NightlyFile file, string name = "张桂英", string? number = null) =>
        file.Find(People.Name(name), People.Document(number ?? Number));

    private static void AssertGreen(NightlyAnswer answer) => Assert.Equal("1", Assert.IsType<NightlyAnswer.Found>(answer).Code);

    [Fact]
    public async Task Todays_file_answers_for_its_people_and_for_nobody_else()
    {
        var file = Open();
        var receipt = await Delivery.Of(Rows(2000)).ToAsync(file);

        Assert.Equal((true, 2000L, 0L, null), (receipt.Accepted, receipt.Rows, receipt.BadRowCount, receipt.Reason));
        for (var n = 0; n < 2000; n += 97) AssertGreen(Ask(file, number: People.Number(n)));
        Assert.IsType<NightlyAnswer.Unknown>(Ask(file, number: People.Number(2000)));
        Assert.True(file.IsCurrent);
    }

    [Fact]
    public async Task A_wrong_name_is_told_like_an_unknown_person()
    {
        var file = Open();
        await Delivery.Of(Rows(3)).ToAsync(file);

        Assert.IsType<NightlyAnswer.Unknown>(Ask(file, "张桂芳"));
    }

    [Fact]
    public async Task A_character_outside_gbk_is_read()
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("田𠮷", Number)).ToAsync(file);

        AssertGreen(Ask(file, "田𠮷"));
        Assert.IsType<NightlyAnswer.Unknown>(Ask(file, "田吉"));
    }

    [Theory]
    [InlineData("20200301060000", "1", "20200301073000", "3", "3")]
    [InlineData("20200301073000", "1", "20200301060000", "3", "1")]
    [InlineData("20200301060000", "3", "20200301060000", "1", "3")]
    public async Task Of_a_persons_rows_the_latest_counts_and_of_one_instant_the_strictest(string time1, string status1, string time2, string status2, string expected)
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number, status1, time1), Delivery.Row("张桂英", Number, status2, time2)).ToAsync(file);

        Assert.Equal(expected, Assert.IsType<NightlyAnswer.Found>(Ask(file)).Code);
    }

    [Fact]
    public async Task The_as_of_is_the_rows_own_time()
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number, updated: "20200229235959")).ToAsync(file);

        Assert.Equal("2020-02-29T23:59:59+08:00", ShanghaiDay.Format(Assert.IsType<NightlyAnswer.Found>(Ask(file)).AsOf));
    }

    [Fact]
    public async Task A_row_answers_until_it_has_run_out_and_not_after()
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number, until: "20200301120000")).ToAsync(file);

        AssertGreen(Ask(file));
        room.Clock.SetUtcNow(DateTimeOffset.Parse("2020-03-01T12:00:00+08:00", null));
        Assert.IsType<NightlyAnswer.Late>(Ask(file));
    }

    [Fact]
    public void Without_a_file_nobody_is_unknown() => Assert.IsType<NightlyAnswer.Late>(Ask(Open()));

    [Fact]
    public async Task After_24_00_the_file_answers_nothing()
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number, until: "20200305240000")).ToAsync(file);
        room.Clock.SetUtcNow(DateTimeOffset.Parse("2020-03-01T23:59:59.999+08:00", null));
        AssertGreen(Ask(file));

        room.Clock.SetUtcNow(DateTimeOffset.Parse("2020-03-02T00:00:00+08:00", null));

        Assert.IsType<NightlyAnswer.Late>(Ask(file));
        Assert.False(file.IsCurrent);
        Assert.IsType<NightlyAnswer.Late>(Ask(Open()));
    }

    [Fact]
    public async Task A_corrected_file_of_the_same_day_replaces_the_first()
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number)).ToAsync(file);
        await Delivery.Of(Delivery.Row("张桂英", Number, "2")).ToAsync(file);

        Assert.Equal("2", Assert.IsType<NightlyAnswer.Found>(Ask(file)).Code);
    }
}
