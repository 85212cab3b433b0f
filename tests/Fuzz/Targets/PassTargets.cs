using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Hostile;

namespace HealthBao.Fuzz.Targets;

/// <summary>The verifier, before and behind the signature.</summary>
internal static class PassTargets
{
    private static readonly SigningKey Key = MadeUpKeys.Of(HostileToken.KeyName);
    private static readonly byte[] ApiHeader = Encoding.ASCII.GetBytes(HostileToken.Text(HostileToken.ApiHeader) + ".");
    private static readonly byte[] CardHeader = Encoding.ASCII.GetBytes(HostileToken.Text(HostileToken.CardHeader) + ".");
    private static readonly HashSet<PassStatement> Signed = [HostileRegion.Demo.Statement];
    private static readonly JsonDocumentOptions Reference = new() { AllowDuplicateProperties = false, MaxDepth = StrictJson.MaxDepth };

    /// <summary>A whole token. Nobody signs here, so the only pass that can be sound is the one that the seeds say.</summary>
    public static void Token(byte[] token)
    {
        var verification = Verify(token);
        BrokenInvariantException.Unless(verification.IsSound == (verification.Rejection == PassRejection.None), "Sound is not rejected.");
        BrokenInvariantException.Unless(verification.Issuer is null || verification.Checked.HasFlag(PassChecks.Signature), "No issuer is told before the signature stands.");
        BrokenInvariantException.Unless(verification.Statement is null || Signed.Contains(verification.Statement), "Nothing is told that the key has not signed.");
    }

    /// <summary>Claims that the day's key signs as they come.</summary>
    public static void Claims(byte[] claims)
    {
        var token = Sign(ApiHeader, claims);
        if (token.Length > PassVerifier.MaxTokenBytes) return;
        var verification = Verify(token);
        BrokenInvariantException.Unless(verification.Rejection is not (PassRejection.BadSignature or PassRejection.UnsupportedAlgorithm), "What the key has signed stands.");
        if (claims.Length > 0) BrokenInvariantException.Unless((StrictJson.Judge(claims) == JsonSoundness.Sound) == (verification.Rejection is not (PassRejection.Malformed or PassRejection.TooLarge)), "What is strict JSON is well-formed, and nothing else.");
        if (verification.Statement is { } statement) SaysWhatItHolds(statement, claims);
    }

    /// <summary>A card's payload that the day's key signs as it comes.</summary>
    public static void Card(byte[] payload)
    {
        var token = Sign(CardHeader, payload);
        if (token.Length > PassVerifier.MaxTokenBytes) return;
        var verification = Verify(token);
        BrokenInvariantException.Unless(verification.Rejection is not (PassRejection.BadSignature or PassRejection.UnsupportedAlgorithm), "What the key has signed stands.");
        if (verification.Statement is { } statement) IsWrittenAsItIsRead(statement);
    }

    private static void SaysWhatItHolds(PassStatement statement, byte[] claims)
    {
        using var document = JsonDocument.Parse(claims, Reference);
        var json = document.RootElement;
        var list = json.GetProperty("status").GetProperty("status_list");
        BrokenInvariantException.Unless(
            (json.GetProperty("iss").GetString(), json.GetProperty("nbf").GetInt64(), json.GetProperty("exp").GetInt64(), list.GetProperty("idx").GetInt32(), list.GetProperty("uri").GetString())
            == (statement.Issuer, statement.NotBefore.ToUnixTimeSeconds(), statement.Expires.ToUnixTimeSeconds(), statement.StatusIndex, statement.StatusListUri), "A statement says what a reference reader reads.");
        BrokenInvariantException.Unless(json.GetProperty("vc").GetProperty("rid").GetString() == PassId.Of(statement).Rid, "A pass is told by one name.");
        IsWrittenAsItIsRead(statement);
    }

    private static void IsWrittenAsItIsRead(PassStatement statement)
    {
        BrokenInvariantException.Unless(!statement.Person.DocumentNumber.Any(char.IsAsciiDigit) || statement.Person.DocumentNumber.Contains('*'), "A number is masked.");
        var again = Verify(Sign(ApiHeader, PassClaims.Write(statement)));
        BrokenInvariantException.Unless(again.Statement == statement, "A statement that is written is read alike.");
    }

    private static PassVerification Verify(byte[] token)
    {
        var verification = HostileVerifier.Verify(token.AsSpan());
        BrokenInvariantException.Unless(verification == HostileVerifier.Verify(token.AsSpan()), "The same token has the same answer.");
        return verification;
    }

    private static byte[] Sign(byte[] header, byte[] payload)
    {
        byte[] input = [.. header, .. Encoding.ASCII.GetBytes(StrictBase64Url.Encode(payload))];
        var signature = new byte[64];
        Key.Sign(input, signature);
        return [.. input, (byte)'.', .. Encoding.ASCII.GetBytes(StrictBase64Url.Encode(signature))];
    }
}
