using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Hostile;

namespace HealthBao.Hub.Tests.Hostile;

/// <summary>What the hub said to a hostile pass, with the whole text of it.</summary>
internal sealed record HostileAnswer(JsonElement Json, string Text)
{
    // What only a payload, an attacker or a header could have brought into an answer.
    private static readonly string[] Marks = [HostileWorld.Family, HostileWorld.Document, HostileWorld.Holder, "attacker.example", "20260301-40111", "health-pass", "etc/passwd", "<script>", "jndi", HostileToken.Kid];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Verdict => Expect.Text(Json, "verdict");

    public string? Reason => Expect.Text(Json, "reason");

    public static async Task<HostileAnswer> AskAsync(RunningHub hub, string pass, string? holder = null)
    {
        using var response = await hub.PostTextAsync("/v1/verifications", Question(pass, holder), TestPartner.Gate);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode}: {text}");
        return new(JsonElement.Parse(text), text);
    }

    /// <summary>One line of JSON.</summary>
    public static string Question(string pass, string? holder) => holder is null
        ? JsonSerializer.Serialize(new { pass, destination = "120000", scene = "railway-station" }, Plain)
        : JsonSerializer.Serialize(new { pass, destination = "120000", scene = "railway-station", holder = new { documentType = "resident-id", documentNumber = holder } }, Plain);

    public void IsRefusalOf(HostilePass pass)
    {
        Assert.Equal((pass.Rejection is PassRejection.BadSignature or PassRejection.HolderMismatch ? "refuse" : "cannot-tell", pass.Rejection.Code()), (Verdict, Reason));
        foreach (var member in new[] { "status", "nativeCode", "map", "authority", "recognition" }) IsNull(member);
        if (pass.Rejection <= PassRejection.NotConformant)
        {
            foreach (var member in new[] { "holder", "asOf", "validUntil", "statusListAsOf" }) IsNull(member);
            Assert.All(Marks, mark => Assert.DoesNotContain(mark, Text, StringComparison.Ordinal));
            if (pass.Text.Length > 3) Assert.DoesNotContain(pass.Text, Text, StringComparison.Ordinal);
        }

        if (pass.Rejection > PassRejection.BadSignature) return;
        IsNull("region");
        Assert.DoesNotContain("signature", Json.GetProperty("checked").EnumerateArray().Select(c => c.GetString()));
    }

    private void IsNull(string member) => Assert.True(Json.GetProperty(member).ValueKind == JsonValueKind.Null, $"{member}: {Text}");
}
