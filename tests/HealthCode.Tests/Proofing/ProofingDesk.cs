using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.HealthCode.Proofing.Consents;
using HealthBao.HealthCode.Proofing.Portraits;

namespace HealthBao.HealthCode.Tests.Proofing;

/// <summary>What a person does with a device: begins, does the steps, sends pictures.</summary>
internal sealed class ProofingDesk(RunningHealthCode system)
{
    public const int Face = 100;

    public static object BodyOf(MadeUp person, SigningKey device, object? consent) => new
    {
        name = person.Name,
        documentType = Contracts.Identity.DocumentTypes.Code(person.Type),
        documentNumber = person.Number,
        device = new { kty = "EC", crv = "P-256", x = device.Jwk.X, y = device.Jwk.Y },
        consent = consent ?? new { notice = FaceNotice.Version },
    };

    public Task EnrolAsync(MadeUp person, int face = Face) =>
        system.Service<EnrolledPortraits>().EnrolAsync(person.PersonName, person.Document, DrawnFace.DescriptorOf(face));

    public async Task<JsonElement> BeginAsync(MadeUp person, SigningKey? device = null) =>
        await ReadAsync(await system.SendAsync(null, HttpMethod.Post, "/v1/proofings", JsonContent.Create(BodyOf(person, device ?? system.Device, null)), device ?? system.Device));

    public Task<HttpResponseMessage> SendAsync(JsonElement proofing, IEnumerable<byte[]> frames, string? token = null, SigningKey? device = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var frame in frames) form.Add(new ByteArrayContent(frame), "frame", "frame.png");
        return system.SendAsync(token, HttpMethod.Post, $"/v1/proofings/{proofing.GetProperty("proofing").GetString()}/frames", form, device ?? system.Device);
    }

    /// <summary>Does what is asked, with a face.</summary>
    public async Task<JsonElement> DoAsync(JsonElement proofing, int face = Face, string? token = null, SigningKey? device = null) =>
        await ReadAsync(await SendAsync(proofing, Frames(proofing, face), token, device));

    public static IEnumerable<byte[]> Frames(JsonElement proofing, int face) =>
        [.. proofing.GetProperty("challenge").EnumerateArray().Select(s => Frame(s.GetProperty("step").GetString()!, face))];

    public static byte[] Frame(string step, int face) => step switch
    {
        "turn-left" => DrawnFace.Png(face, turn: 0.5),
        "turn-right" => DrawnFace.Png(face, turn: -0.5),
        "open-mouth" => DrawnFace.Png(face, mouth: 0.6),
        _ => DrawnFace.Png(face),
    };

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(response.IsSuccessStatusCode, answer.ToString());
            return answer;
        }
    }
}
