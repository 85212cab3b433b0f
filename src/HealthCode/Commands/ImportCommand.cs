using System.Globalization;
using System.Text.Json;
using HealthBao.HealthCode.Calls;

namespace HealthBao.HealthCode.Commands;

/// <summary><c>import &lt;file&gt;</c>: delivers a file to a running system as its office does, and shows how far it is.</summary>
internal static class ImportCommand
{
    private const int Accepted = 0;
    private const int Refused = 1;
    private const int UsageError = 2;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string file, IConfiguration settings, TimeProvider clock)
    {
        var (address, office, secretFile) = (settings["address"] ?? "http://127.0.0.1:8211", settings["office"], settings["secret-file"]);
        if (office is null || secretFile is null) return await FailAsync(UsageError, "import needs --office, such as 110000/CDC, and --secret-file, the path of a file that holds its secret.");
        if (!File.Exists(file) || !File.Exists(file + ".ok")) return await FailAsync(UsageError, $"There must be {file} and {file}.ok; the command 'ok' writes the latter.");
        var secret = (await File.ReadAllTextAsync(secretFile)).Trim();
        // The feed is the name up to the region: central-observation-110000-20260301.csv.
        var feed = string.Join('-', Path.GetFileName(file).Split('-')[..^2]);
        using var http = new HttpClient { BaseAddress = new(address), Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var delivery = DeliverAsync(http, feed, file, office, secret, clock);
            while (await Task.WhenAny(delivery, Task.Delay(Second)) != delivery) await ShowAsync(http, feed, office, secret, clock);
            return await EndAsync(await delivery);
        }
        catch (HttpRequestException e)
        {
            return await FailAsync(Refused, $"The system at {address} did not answer: {e.Message}");
        }
    }

    private static async Task<HttpResponseMessage> DeliverAsync(HttpClient http, string feed, string file, string office, string secret, TimeProvider clock)
    {
        using var upload = new FeedUpload(file, await File.ReadAllBytesAsync(file + ".ok"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/feeds/{feed}/files") { Content = upload };
        foreach (var (name, value) in OfficeCall.Sign(office, secret, HttpMethod.Post, request.RequestUri!.OriginalString, await upload.DigestAsync(), clock.GetUtcNow())) request.Headers.Add(name, value);
        return await http.SendAsync(request);
    }

    private static async Task ShowAsync(HttpClient http, string feed, string office, string secret, TimeProvider clock)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/feeds/" + feed);
        await OfficeCall.SignAsync(request, office, secret, clock.GetUtcNow());
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode) return;
        var state = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        if (!state.TryGetProperty("running", out var running)) return;
        var percent = running.TryGetProperty("percent", out var known) ? known.GetInt32().ToString(CultureInfo.InvariantCulture) + " %" : "";
        await Console.Error.WriteLineAsync($"{running.GetProperty("phase").GetString()} {percent}, {running.GetProperty("rows").GetInt64():n0} rows read");
    }

    // A line for each fault, as compilers write them.
    private static async Task<int> EndAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var report = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
            if (!report.TryGetProperty("accepted", out var accepted))
                return await FailAsync(Refused, report.TryGetProperty("detail", out var detail) ? detail.GetString()! : $"Refused with {(int)response.StatusCode}.");
            if (report.TryGetProperty("faults", out var faults))
                foreach (var fault in faults.EnumerateArray())
                    await Console.Out.WriteLineAsync($"{fault.GetProperty("line")}:{fault.GetProperty("column")}: {fault.GetProperty("field").GetString()} {fault.GetProperty("fault").GetString()}");
            if (report.TryGetProperty("kinds", out var kinds))
                foreach (var kind in kinds.EnumerateArray())
                    await Console.Out.WriteLineAsync($"{kind.GetProperty("count")} × {kind.GetProperty("fault").GetString()}: {kind.GetProperty("words").GetProperty("zh").GetString()} {kind.GetProperty("words").GetProperty("en").GetString()}");
            if (!accepted.GetBoolean()) return await FailAsync(Refused, $"Refused: {report.GetProperty("refusal").GetString()}. Nothing was changed.");
            await Console.Out.WriteLineAsync($"In force: {report.GetProperty("rows")} rows, {report.GetProperty("stored")} people, {report.GetProperty("rejected")} rows rejected, {report.GetProperty("held").GetArrayLength()} changes wait for a second office.");
            return Accepted;
        }
    }

    private static async Task<int> FailAsync(int code, string message)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
