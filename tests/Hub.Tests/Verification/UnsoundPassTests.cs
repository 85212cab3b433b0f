using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>The pass specification §5, steps 6 to 8, over HTTP.</summary>
public sealed class UnsoundPassTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    public static TheoryData<string, string> AfterTheSignature => new()
    {
        { "a member that is not described", "not-conformant" },
        { "two truths of its end", "not-conformant" },
        { "valid beyond its key", "not-conformant" },
        { "an unmasked number", "not-conformant" },
        { "61 seconds early", "not-yet-valid" },
        { "superseded", "superseded" },
        { "suspended", "suspended" },
        { "the unused value", "status-unknown" },
        { "outside the list", "status-unknown" },
    };

    [Theory]
    [MemberData(nameof(AfterTheSignature))]
    public async Task What_is_signed_and_not_sound_cannot_be_told(string defect, string reason)
    {
        var answer = await room.Hub.VerifyAsync(Unsound(defect));
        Expect.Verdict(answer, "cannot-tell", reason);
        Assert.Null(Expect.Text(answer, "status"));
        Assert.Contains("signature", answer.GetProperty("checked").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task A_pass_that_begins_within_a_minute_is_admitted()
    {
        var soon = room.Beijing.Says() with { NotBefore = RunningHub.Morning.AddSeconds(60) };
        Expect.Verdict(await room.Hub.VerifyAsync(room.Beijing.Sign(soon).Api), "admit", null);
    }

    private string Unsound(string defect)
    {
        var says = room.Beijing.Says();
        var key = room.Beijing.TodaysKey;
        string Changed(Action<System.Text.Json.Nodes.JsonObject> change) => FakeJws.Changed(room.Beijing.Pass().Api, key, change);
        switch (defect)
        {
            case "a member that is not described": return Changed(c => c["jti"] = "1");
            case "two truths of its end": return Changed(c => c["exp"] = c["exp"]!.GetValue<long>() - 60);
            case "valid beyond its key": return PassSigner.Sign(says, room.Beijing.KeyOf(room.Beijing.Today.Next)).Api;
            case "an unmasked number":
                return Changed(c => c["vc"]!["credentialSubject"]!["fhirBundle"]!["entry"]![0]!["resource"]!["identifier"]![0]!["value"] = TestPeople.Zhang.Number);
            case "61 seconds early": return room.Beijing.Sign(says with { NotBefore = RunningHub.Morning.AddSeconds(61) }).Api;
            case "superseded": return InState(PassState.Superseded, says);
            case "suspended": return InState(PassState.Suspended, says);
            case "the unused value": return InState((PassState)3, says);
            case "outside the list": return room.Beijing.Sign(says with { StatusIndex = 65_536 }).Api;
            default: throw new ArgumentOutOfRangeException(nameof(defect), defect, null);
        }
    }

    // The list as the reader would hold it after the region told of the change; RevocationTests go the whole way.
    private string InState(PassState state, PassStatement says)
    {
        room.Beijing.Adapter.Set(says.StatusIndex, state);
        room.Hub.Service<HealthBao.Hub.Revocation.StatusListHolder>().Take(
            new(says.Issuer, says.Day, new([.. room.Beijing.Adapter.Bits]), RunningHub.Morning, TimeSpan.FromSeconds(60)));
        return room.Beijing.Sign(says).Api;
    }
}
