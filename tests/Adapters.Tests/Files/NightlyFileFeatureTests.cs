using System.Net;
using HealthBao.Adapters.NativeSystem;

namespace HealthBao.Adapters.Tests.Files;

public sealed class NightlyFileFeatureTests
{
    [Fact]
    public async Task A_file_of_a_source_that_delivers_none_is_not_found_and_an_unsigned_one_is_not_read()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var body = UploadReaderTests.Body(("file", "x.csv", [1]), ("ok", null, [2]));
        using (var unsigned = await SendAsync(adapter, body, new Dictionary<string, string>())) await unsigned.AssertProblemAsync(HttpStatusCode.Unauthorized);
        var headers = NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/files/unheard-of", body, adapter.Clock.GetUtcNow());
        using var signed = await SendAsync(adapter, body, headers);
        await signed.AssertProblemAsync(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> SendAsync(RunningAdapter adapter, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/files/unheard-of") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return adapter.Http.SendAsync(request);
    }
}
