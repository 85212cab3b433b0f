using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;
using HealthBao.Adapters.Tests.Regions.Hebei;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Files;

public sealed class SnapshotTests : IDisposable
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
    public async Task After_a_restart_todays_file_answers_again()
    {
        await Delivery.Of(Rows(50)).ToAsync(Open());

        var restarted = Open();

        AssertGreen(Ask(restarted));
        Assert.IsType<NightlyAnswer.Unknown>(Ask(restarted, "张桂芳"));
    }

    [Fact]
    public async Task A_snapshot_that_somebody_changed_is_not_believed()
    {
        await Delivery.Of(Delivery.Row("张桂英", Number, "3")).ToAsync(Open());
        var path = Assert.Single(Directory.GetFiles(room.DataDirectory));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[32] = (byte)'1';
        await File.WriteAllBytesAsync(path, bytes);

        Assert.IsType<NightlyAnswer.Late>(Ask(Open()));
    }

    [Fact]
    public async Task Purge_deletes_what_belongs_to_the_days_before()
    {
        var file = Open();
        await Delivery.Of(Rows(3)).ToAsync(file);
        var today = ShanghaiDay.At(room.Clock.GetUtcNow());

        file.Purge(today);
        AssertGreen(Ask(file));
        Assert.Single(Directory.GetFiles(room.DataDirectory));

        file.Purge(today.Next);
        Assert.IsType<NightlyAnswer.Late>(Ask(file));
        Assert.Empty(Directory.GetFiles(room.DataDirectory));
    }

    [Fact]
    public async Task Neither_a_name_nor_a_number_is_kept_or_logged()
    {
        await Delivery.Of(Delivery.Row("张桂英", Number), Delivery.Row("张桂英", Number + "0")).ToAsync(Open());
        await Delivery.Of(Delivery.Row("张桂英", Number)).ToAsync(Open());

        var kept = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(room.DataDirectory)));
        Assert.Equal(33 + 32, kept.Length);
        Assert.Equal(-1, kept.AsSpan().IndexOf("13050219500307"u8));
        Assert.All(room.Log.Events, e => Assert.DoesNotMatch("张桂英|1305021950", e.Text));
    }
}
