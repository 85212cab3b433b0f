using System.Text;
using System.Text.Json;
using HealthBao.HealthCode.Feeds;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Feeds;

public sealed class BadRowTests : IAsyncLifetime
{
    private const string Sound = "张三,1,11010519491231002X,observed,cdc-list,20200229120000,110000/CDC";
    private const string SoundHome = "张三,1,11010519491231002X,observed,community-report,20200225,20200310,110105001002/COMMUNITY";
    private const string SoundRegistration = "张三,1,11010519491231002X,resident,110105001002,20200201090000";
    private const string SoundTrip = "张三,1,11010519491231002X,420100,110000,20200225,rail,declared,";

    /// <summary>Each defect: the feed, the row, the faulty cell from 1, the fault.</summary>
    public static TheoryData<string, string, int, string> Defects { get; } = new()
    {
        { "central-observation", "", 1, "blank-line" },
        { "central-observation", "   ", 1, "blank-line" },
        { "central-observation", "张三,1,11010519491231002X,observed", 5, "too-few-cells" },
        { "central-observation", Sound + ",more", 8, "too-many-cells" },
        { "central-observation", "张三" + new string('长', 2000) + Sound[2..], 1, "line-too-long" },
        { "central-observation", Sound.Replace("cdc-list", "cdc\u0001list"), 5, "control-character" },
        { "central-observation", Sound.Replace("张三", "\"张三\""), 1, "quote" },
        { "central-observation", Sound.Replace("张三", ""), 1, "name-missing" },
        { "central-observation", Sound.Replace("张三", new string('张', 65)), 1, "name-too-long" },
        { "central-observation", Sound.Replace("张三", "张*"), 1, "name-masked" },
        { "central-observation", Sound.Replace("张三", "110105"), 1, "name-is-number" },
        { "central-observation", Sound.Replace("张三", "\u200B张三"), 1, "name-characters" },
        { "central-observation", Sound.Replace(",1,", ",,"), 2, "kind-missing" },
        { "central-observation", Sound.Replace(",1,", ",9,"), 2, "kind-unknown" },
        { "central-observation", Sound.Replace("11010519491231002X", ""), 3, "number-missing" },
        { "central-observation", Sound.Replace("11010519491231002X", "11**************2X"), 3, "number-masked" },
        { "central-observation", Sound.Replace("11010519491231002X", "11010519491231002"), 3, "number-length" },
        { "central-observation", Sound.Replace("11010519491231002X", "1101051949123100AX"), 3, "number-characters" },
        { "central-observation", Sound.Replace("11010519491231002X", "110105194913310020"), 3, "number-birth-date" },
        { "central-observation", Sound.Replace("11010519491231002X", MadeUp.Checked("11010520200303002")), 3, "number-birth-future" },
        { "central-observation", Sound.Replace("11010519491231002X", "110105194912310021"), 3, "number-check-digit" },
        { "central-observation", Sound.Replace(",1,11010519491231002X", ",3,K12345678"), 3, "number-prefix" },
        { "central-observation", Sound.Replace("observed", ""), 4, "state-missing" },
        { "central-observation", Sound.Replace("observed", "red"), 4, "state-unknown" },
        { "central-observation", Sound.Replace("cdc-list", ""), 5, "reason-missing" },
        { "central-observation", Sound.Replace("cdc-list", "bank"), 5, "reason-unknown" },
        { "central-observation", Sound.Replace("cdc-list", "corrected"), 5, "no-health-reason" },
        { "central-observation", Sound.Replace("cdc-list", "secondary-contact"), 5, "reason-contradicts" },
        { "central-observation", Sound.Replace("20200229120000", ""), 6, "time-missing" },
        { "central-observation", Sound.Replace("20200229120000", "2020/02/29 12:00"), 6, "time-format" },
        { "central-observation", Sound.Replace("20200229120000", "20200230120000"), 6, "time-none" },
        { "central-observation", Sound.Replace("20200229120000", "20200303120000"), 6, "time-future" },
        { "central-observation", Sound.Replace("20200229120000", "20180229".Replace("0229", "0228")), 6, "time-too-old" },
        { "central-observation", Sound.Replace("110000/CDC", ""), 7, "authority-missing" },
        { "central-observation", Sound.Replace("110000/CDC", "CDC"), 7, "authority-format" },
        { "central-observation", Sound.Replace("110000/CDC", "120000/CDC"), 7, "authority-other-region" },
        { "central-observation", Sound.Replace("110000/CDC", "110105001002/COMMUNITY"), 7, "authority-wrong-office" },
        { "home-observation", SoundHome.Replace("20200310", "20200220"), 7, "end-before-start" },
        { "home-observation", SoundHome.Replace("20200310", "20201231"), 7, "end-too-far" },
        { "registration", SoundRegistration.Replace("resident", ""), 4, "category-missing" },
        { "registration", SoundRegistration.Replace("resident", "guest"), 4, "category-unknown" },
        { "registration", SoundRegistration.Replace("110105001002", ""), 5, "division-missing" },
        { "registration", SoundRegistration.Replace("110105001002", "朝阳区"), 5, "division-format" },
        { "registration", SoundRegistration.Replace("110105001002", "130105001002"), 5, "division-other-region" },
        { "registration", SoundRegistration.Replace("110105001002", "110199001002"), 5, "division-unknown" },
        { "trips", SoundTrip.Replace("rail", "boat"), 7, "mode-unknown" },
        { "trips", SoundTrip.Replace("declared", "seen"), 8, "check-unknown" },
    };

    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Theory, MemberData(nameof(Defects))]
    public async Task A_defect_is_told_with_its_line_and_column(string feed, string row, int column, string fault)
    {
        var report = await ReportAsync(Of(feed, system.Today, [SoundOf(feed), row, SoundOf(feed)]));
        var told = Assert.Single(report.GetProperty("faults").EnumerateArray());
        Assert.Equal((3L, column, fault), (told.GetProperty("line").GetInt64(), told.GetProperty("column").GetInt32(), told.GetProperty("fault").GetString()));
    }

    [Fact]
    public async Task Bytes_that_are_none_of_the_charset_are_told_with_their_line_and_column()
    {
        var good = Central(system.Today, Sound);
        var bytes = good.Csv.Concat("\xFF"u8.ToArray().Take(0)).Concat((byte[])[0xFF, 0xFE]).Concat(Encoding.UTF8.GetBytes(Sound + "\r\n")).ToArray();
        var report = await ReportAsync((good with { Csv = bytes }).Promising(2));
        var told = Assert.Single(report.GetProperty("faults").EnumerateArray());
        Assert.Equal((3L, 1, "encoding"), (told.GetProperty("line").GetInt64(), told.GetProperty("column").GetInt32(), told.GetProperty("fault").GetString()));
    }

    [Fact]
    public async Task A_thousand_bad_rows_of_forty_kinds_are_each_told_with_line_and_column()
    {
        var kinds = Defects.Where(d => (string)d[0] is "registration" or "central-observation").ToArray();
        Assert.True(Defects.Select(d => (string)d[3]).Distinct().Count() >= 40);
        var rows = Enumerable.Range(0, 1000).Select(i => kinds[i % kinds.Length]).Where(d => (string)d[0] == "central-observation").ToArray();
        rows = [.. rows, .. Enumerable.Range(0, 1000 - rows.Length).Select(i => rows[i])];
        var report = await ReportAsync(Of("central-observation", system.Today, rows.Select(r => (string)r[1])));
        Assert.Equal("too-many-bad-rows", report.GetProperty("refusal").GetString());
        Assert.Equal(
            rows.Select((r, i) => (i + 2L, (int)r[2], (string)r[3])),
            report.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("line").GetInt64(), f.GetProperty("column").GetInt32(), f.GetProperty("fault").GetString()!)));
    }

    [Fact]
    public async Task One_bad_row_refuses_a_list_that_turns_people_red_and_changes_nothing()
    {
        await system.DeliverAllAsync([MadeUp.Zhang]);
        await ReportAsync(Central(system.Today, Sound, Sound.Replace("cdc-list", "")));
        Assert.Equal("registered", (await system.DetermineAsync(MadeUp.Zhang)).Rule.Id);
    }

    [Fact]
    public async Task The_same_person_twice_with_what_contradicts_refuses_the_list()
    {
        var report = await ReportAsync(Central(system.Today, Observed(MadeUp.Nth(1)), Observed(MadeUp.Zhang), Released(MadeUp.Zhang)));
        var told = Assert.Single(report.GetProperty("faults").EnumerateArray());
        Assert.Equal((4L, 3, "person-twice"), (told.GetProperty("line").GetInt64(), told.GetProperty("column").GetInt32(), told.GetProperty("fault").GetString()));
    }

    [Fact]
    public async Task A_report_repeats_no_value_of_the_file()
    {
        var text = (await ReportAsync(Central(system.Today, Sound.Replace("11010519491231002X", "110105194912310021")))).ToString();
        Assert.DoesNotContain("1949", text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", text, StringComparison.Ordinal);
        Assert.DoesNotContain(system.Log.Lines, l => l.Contains("1949", StringComparison.Ordinal) || l.Contains("张三", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_fault_has_a_code_of_its_own_and_words_in_both_languages()
    {
        Assert.Distinct(RowFaultKind.All.Select(k => k.Code));
        Assert.All(RowFaultKind.All, k => Assert.True(k.Words.Zh.Length > 1 && k.Words.En.EndsWith('.')));
    }

    private static string SoundOf(string feed) => feed switch
    {
        "central-observation" => Sound,
        "home-observation" => SoundHome,
        "registration" => SoundRegistration,
        _ => SoundTrip,
    };

    private async Task<JsonElement> ReportAsync(FeedFile file)
    {
        using var response = await system.DeliverAsync(file);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
