using HealthBao.Adapters;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Benchmarks;

/// <summary>Beijing as this program plays it: its keys, its status list over HTTP, and as many passes as wanted.</summary>
internal sealed class PlayedRegion : IAsyncDisposable
{
    private const int Places = 1 << 17;
    private readonly WebApplication app;
    private readonly RegionFolder folder;
    private readonly SigningKey enrolment = SigningKey.Create();
    private readonly SigningKey dayKey = SigningKey.Create();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    private PlayedRegion(WebApplication app, RegionFolder folder) => (this.app, this.folder) = (app, folder);

    private ShanghaiDay Day => ShanghaiDay.At(now);

    public static async Task<PlayedRegion> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var region = new PlayedRegion(builder.Build(), RegionCatalog.Of(typeof(AdapterHost).Assembly).Find("110000")!);
        region.app.MapGet("/status/{day}", () => Results.Text(
            StatusListToken.Sign(new(region.folder.Participant.Issuer, region.Day, new(new byte[Places / 4]), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1)), region.dayKey), StatusListToken.MediaType));
        await region.app.StartAsync();
        return region;
    }

    public string Request() => ParticipantRequest.Sign(folder.Participant, folder.MapJson, new(app.Urls.First()), enrolment, TimeProvider.System.GetUtcNow());

    public string Keys() => KeyStatement.Sign(folder.Participant.Issuer, folder.Code, [(Day, dayKey)], enrolment, TimeProvider.System.GetUtcNow());

    public SignedPass Sign(int index)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).ToOffset(ShanghaiDay.Offset);
        return PassSigner.Sign(
            new()
            {
                Issuer = folder.Participant.Issuer,
                NotBefore = second,
                Expires = Day.End,
                StatusIndex = index,
                Person = new(DocumentType.ResidentId, $"11**************{index % 100:00}", new("张", "*")),
                Status = HealthStatus.NoAbnormality,
                NativeSystem = Contracts.Fhir.FhirSystems.Native("beijing"),
                NativeCode = "0",
                AsOf = second,
            },
            dayKey);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
