using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Interop.Tests.StandIns;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Baoding;
using HealthBao.Sandbox.StandIns.Hebei;
using HealthBao.Sandbox.StandIns.Xingtai;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>A nightly file whose receiver is killed is there whole or not at all, and one that was acknowledged is there.</summary>
public sealed class KilledUploadTests
{
    private const string Late = "source-late";
    private static readonly double[] Cuts = [0.1, 0.5, 0.999, 1, 1, 1];
    private static readonly string Issuer = PartHost.Catalog.Find("130000")!.Participant.Issuer;

    private readonly SigningKey hub = SigningKey.Create();

    [SkippableFact]
    public async Task A_killed_upload_leaves_yesterday_s_absence_or_the_file_before_or_the_whole_new_one()
    {
        var day = ShanghaiDay.At(TimeProvider.System.GetUtcNow());
        Skip.If(day.End - TimeProvider.System.GetUtcNow() < TimeSpan.FromMinutes(5), "The day is about to end; files end with it.");
        var directory = Directory.CreateTempSubdirectory("killed-upload-").FullName;
        var people = MadeUpCitizens.Make(20_000, 7).Where(c => c.Source == "xingtai").ToArray();
        await using var sources = await StandInHost.StartAsync(app =>
        {
            HebeiStandIn.Map(app, new Population([]), TimeProvider.System);
            BaodingStandIn.Map(app, new Population([]), TimeProvider.System);
        });
        var settings = Settings(directory, sources.Address.ToString());
        var before = Late;
        for (var round = 0; round < Cuts.Length; round++)
        {
            // Each file says of everybody the same, and another thing than the one before.
            var (native, meant) = round % 2 == 0 ? ("1", "no-abnormality") : ("2", "home-observation");
            var file = people.Select(p => p with { Native = native }).ToArray();
            bool acknowledged;
            using (var killed = await AdapterProcess.StartAsync("130000", settings)) acknowledged = await SendAndKillAsync(killed, day, file, Cuts[round]);

            using var again = await AdapterProcess.StartAsync("130000", settings);
            var said = await AskAsync(again, people[0]);
            Assert.Equal(said, await AskAsync(again, people[^1]));
            Assert.Contains(said, acknowledged ? [meant] : (string[])[before, meant]);

            Assert.True(await SendAsync(again, day, file));
            Assert.Equal((meant, meant), (await AskAsync(again, people[0]), await AskAsync(again, people[^1])));
            before = meant;
        }

        Directory.Delete(directory, recursive: true);
    }

    private static async Task<bool> SendAndKillAsync(AdapterProcess adapter, ShanghaiDay day, IReadOnlyList<Citizen> people, double part)
    {
        var (bytes, contentType) = await FormAsync(day, people);
        var body = new CutBody(bytes, (int)(bytes.Length * part));
        using var request = Request(bytes, contentType, body);
        var answer = adapter.Http.SendAsync(request);
        await body.Reached;
        await adapter.KillAsync();
        body.End();
        try
        {
            using var response = await answer;
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task<bool> SendAsync(AdapterProcess adapter, ShanghaiDay day, IReadOnlyList<Citizen> people)
    {
        var (bytes, contentType) = await FormAsync(day, people);
        using var request = Request(bytes, contentType, new ByteArrayContent(bytes));
        using var response = await adapter.Http.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<(byte[] Bytes, string ContentType)> FormAsync(ShanghaiDay day, IReadOnlyList<Citizen> people)
    {
        var (csv, ok, name) = XingtaiFileWriter.Write(day, people);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(csv), "file", name }, { new ByteArrayContent(ok), "ok", name + ".ok" } };
        return (await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString());
    }

    private static HttpRequestMessage Request(byte[] bytes, string contentType, HttpContent body)
    {
        const string path = "/v1/files/xingtai";
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var (header, value) in NativeSystemCall.SignHash(KilledAdapter.Secret, HttpMethod.Post, path, sha256, TimeProvider.System.GetUtcNow())) request.Headers.Add(header, value);
        return request;
    }

    // The status, or why there is none.
    private async Task<string> AskAsync(AdapterProcess adapter, Citizen citizen)
    {
        const string path = "/v1/status-queries";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { name = citizen.Name, documentType = citizen.DocumentType.Code(), documentNumber = citizen.DocumentNumber });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Authorization = new("Bearer", HubCall.Sign("https://hub.example", Issuer, "POST " + path, body, hub, TimeProvider.System.GetUtcNow()));
        using var response = await adapter.Http.SendAsync(request);
        var token = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, token), (response.StatusCode, token));
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        return claims.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString()! : claims.GetProperty("status").GetString()!;
    }

    private Dictionary<string, string> Settings(string directory, string sources)
    {
        var key = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(key)) hub.Jwk.WriteTo(writer);
        return new()
        {
            ["Adapter:DataDirectory"] = directory,
            ["Adapter:SourceTimeout"] = "00:01:00",
            ["Hub:Address"] = "http://127.0.0.1:9",
            ["Hub:CallKey"] = Encoding.UTF8.GetString(key.WrittenSpan),
            ["NativeSystem:Secret"] = KilledAdapter.Secret,
            ["Source:Address"] = sources,
            ["Source:Cities:Baoding:Address"] = sources,
        };
    }
}
