using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;
using HealthBao.Adapters.Tests.Regions.Hebei;

namespace HealthBao.Adapters.Tests.Files;

public sealed class RefusedFileTests : IDisposable
{
    private static readonly string Number = People.Number(1);
    private static readonly Delivery Good = Delivery.Of(Delivery.Row("张桂英", Number), Delivery.Row("孙德胜", People.Number(2)));
    private readonly HebeiRoom room = new();

    public void Dispose() => room.Dispose();

    private NightlyFile Open() => new XingtaiSource(room.Context()).File;

    public static TheoryData<string, FileRefusal> Defects { get; } = new()
    {
        { "name", FileRefusal.WrongName },
        { "yesterday", FileRefusal.WrongDay },
        { "tomorrow", FileRefusal.WrongDay },
        { "empty", FileRefusal.WrongHeader },
        { "header", FileRefusal.WrongHeader },
        { "byte-order-mark", FileRefusal.WrongHeader },
        { "lf", FileRefusal.BrokenLines },
        { "cr", FileRefusal.BrokenLines },
        { "nul", FileRefusal.BrokenLines },
        { "endless-line", FileRefusal.BrokenLines },
        { "ok-missing", FileRefusal.OkUnreadable },
        { "ok-garbage", FileRefusal.OkUnreadable },
        { "ok-huge", FileRefusal.OkUnreadable },
        { "short", FileRefusal.ShortFile },
        { "short-by-a-row", FileRefusal.ShortFile },
        { "last-line-open", FileRefusal.ShortFile },
        { "no-rows", FileRefusal.ShortFile },
        { "digest", FileRefusal.WrongDigest },
        { "rows-more", FileRefusal.WrongRowCount },
        { "rows-fewer", FileRefusal.WrongRowCount },
        { "utf-8", FileRefusal.TooManyBadRows },
    };

    [Theory, MemberData(nameof(Defects))]
    public async Task A_refused_file_replaces_nothing(string defect, FileRefusal expected)
    {
        var file = Open();
        await Delivery.Of(Delivery.Row("张桂英", Number, "2")).ToAsync(file);

        var receipt = await Defective(defect).ToAsync(file);

        Assert.Equal((false, expected), (receipt.Accepted, receipt.Reason));
        Assert.Equal("2", Assert.IsType<NightlyAnswer.Found>(file.Find(People.Name("张桂英"), People.Document(Number))).Code);
        Assert.Single(Directory.GetFiles(room.DataDirectory));
    }

    [Fact]
    public async Task With_a_refused_file_alone_everybody_is_late()
    {
        var file = Open();
        await Defective("digest").ToAsync(file);

        Assert.IsType<NightlyAnswer.Late>(file.Find(People.Name("张桂英"), People.Document(Number)));
        Assert.Empty(Directory.GetFiles(room.DataDirectory));
    }

    [Fact]
    public async Task A_delivery_that_breaks_off_replaces_nothing()
    {
        var file = Open();
        await Good.ToAsync(file);

        await Assert.ThrowsAsync<IOException>(() =>
            file.ReceiveAsync(Good.FileName, new BrokenStream(Good.Csv), new MemoryStream(Good.Ok), CancellationToken.None));

        Assert.IsType<NightlyAnswer.Found>(file.Find(People.Name("张桂英"), People.Document(Number)));
        Assert.True((await Good.ToAsync(file)).Accepted);
    }

    [Fact]
    public async Task The_reason_is_a_word_in_the_answer()
    {
        var json = JsonSerializer.Serialize(await Defective("digest").ToAsync(Open()), JsonSerializerOptions.Web);

        Assert.Equal("""{"accepted":false,"rows":2,"badRowCount":0,"badRows":[],"reason":"wrong-digest"}""", json);
    }

    private static Delivery Defective(string defect)
    {
        var text = ChineseEncodings.Gb18030.GetString(Good.Csv);
        return defect switch
        {
            "name" => Good with { FileName = "XT_JKM_20200301.csv.part" },
            "yesterday" => Good with { FileName = "XT_JKM_20200229.csv" },
            "tomorrow" => Good with { FileName = "XT_JKM_20200302.csv" },
            "empty" => Delivery.OfBytes([], 0),
            "header" => Delivery.OfText(text.Replace("XM,ZJLX", "ZJLX,XM", StringComparison.Ordinal), 2),
            "byte-order-mark" => Delivery.OfText("\uFEFF" + text, 2),
            "lf" => Delivery.OfText(text.Replace("\r\n", "\n", StringComparison.Ordinal), 2),
            "cr" => Delivery.OfText(text.Replace("\r\n", "\r", StringComparison.Ordinal), 2),
            "nul" => Delivery.OfText(text.Replace("孙德胜", "\0孙德胜", StringComparison.Ordinal), 2),
            "endless-line" => Delivery.OfText(text + new string('1', 200_000), 3),
            "ok-missing" => Good with { Ok = [] },
            "ok-garbage" => Good with { Ok = "rows=two\r\nsm3=abc"u8.ToArray() },
            "ok-huge" => Good with { Ok = [.. Good.Ok, .. new byte[4096]] },
            "short" => Good with { Csv = Good.Csv[..^20] },
            "short-by-a-row" => Good with { Csv = Delivery.Of(Delivery.Row("张桂英", Number)).Csv },
            "last-line-open" => Delivery.OfBytes(Good.Csv[..^2], 2),
            "no-rows" => Delivery.Of(),
            "digest" => Good with { Ok = Encoding.ASCII.GetBytes($"rows=2\r\nsm3={new string('0', 64)}\r\n") },
            "rows-more" => Delivery.OfBytes(Good.Csv, 3),
            "rows-fewer" => Delivery.OfBytes(Good.Csv, 1),
            "utf-8" => Delivery.OfBytes(Encoding.UTF8.GetBytes(text), 2),
            _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, null),
        };
    }
}
