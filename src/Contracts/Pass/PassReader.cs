using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// Reads claims that conform to the profile of the pass, in one go over the bytes: every member known, none twice, none missing,
/// in any order. Whatever it reads is therefore also sound by <see cref="Jose.StrictJson"/>; whatever it does not read is not a pass.
/// </summary>
internal ref partial struct PassReader
{
    private const int DayDigits = 8;

    private ReadOnlySpan<byte> issuer, uri, rid;
    private PassFhirPart fhir;
    private long notBefore, expires;
    private int index;

    /// <summary>The statement, or null when the bytes are not one.</summary>
    /// <param name="claims">The claims in UTF-8.</param>
    /// <param name="trust">Whose texts to take instead of making them anew.</param>
    public static PassStatement? Read(ReadOnlySpan<byte> claims, TrustSnapshot trust)
    {
        if (!Utf8.IsValid(claims) || claims.IsEmpty || claims[^1] != (byte)'}') return null;
        var written = new PassReader();
        if (written.IsAsWritten(claims)) return written.Statement(trust);
        try
        {
            var json = new JsonCursor(claims);
            var pass = new PassReader();
            return json.Next(JsonTokenType.StartObject) && pass.Claims(ref json) && json.Ended() ? pass.Statement(trust) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a surrogate pair.
            return null;
        }
    }

    private bool Claims(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b11111;
            if (json.Is("iss"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Text(out issuer)) return false; }
            else if (json.Is("nbf"u8)) { if (!JsonCursor.Once(ref seen, 1) || !json.Number(out notBefore)) return false; }
            else if (json.Is("exp"u8)) { if (!JsonCursor.Once(ref seen, 2) || !json.Number(out expires)) return false; }
            else if (json.Is("status"u8)) { if (!JsonCursor.Once(ref seen, 3) || !Status(ref json)) return false; }
            else if (!json.Is("vc"u8) || !JsonCursor.Once(ref seen, 4) || !json.Next(JsonTokenType.StartObject) || !Credential(ref json)) return false;
        }

        return false;
    }

    private bool Status(ref JsonCursor json)
    {
        if (!json.Next(JsonTokenType.StartObject) || !json.Named("status_list"u8) || !json.Next(JsonTokenType.StartObject)) return false;
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b11 && json.Next(JsonTokenType.EndObject);
            if (json.Is("idx"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Number(out var idx) || idx is < 0 or > int.MaxValue) return false; index = (int)idx; }
            else if (!json.Is("uri"u8) || !JsonCursor.Once(ref seen, 1) || !json.Text(out uri)) return false;
        }

        return false;
    }

    private bool Credential(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (json.Is("type"u8))
            {
                if (!JsonCursor.Once(ref seen, 0) || !json.Next(JsonTokenType.StartArray) || !json.Fixed("https://smarthealth.cards#health-card"u8) || !json.Next(JsonTokenType.EndArray)) return false;
            }
            else if (json.Is("credentialSubject"u8)) { if (!JsonCursor.Once(ref seen, 1) || !json.Next(JsonTokenType.StartObject) || !Subject(ref json)) return false; }
            else if (!json.Is("rid"u8) || !JsonCursor.Once(ref seen, 2) || !json.Text(out rid)) return false;
        }

        return false;
    }

    private bool Subject(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (json.Is("fhirVersion"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Fixed("4.0.1"u8)) return false; }
            else if (!json.Is("fhirBundle"u8) || !JsonCursor.Once(ref seen, 1) || !json.Next(JsonTokenType.StartObject) || !fhir.Read(ref json)) return false;
        }

        return false;
    }

    private readonly PassStatement? Statement(TrustSnapshot trust)
    {
        if (notBefore is < 0 or > ShanghaiDay.LastSecond || expires <= notBefore || expires > ShanghaiDay.LastSecond + 1) return null;
        var from = DateTimeOffset.FromUnixTimeSeconds(notBefore).ToOffset(ShanghaiDay.Offset);
        var until = DateTimeOffset.FromUnixTimeSeconds(expires).ToOffset(ShanghaiDay.Offset);
        if (!AgreesWithItself(from, until) || !PassTexts.TryInstant(fhir.Issued, out var asOf) || asOf > from) return null;
        if (!HealthStatuses.TryParse(fhir.SharedCode, out var status) || status == HealthStatus.NotHeld) return null;
        if (!fhir.HasAuthority && PassStatement.NeedsAuthority(status)) return null;
        if (PassTexts.Person(fhir) is not { } person || PassTexts.NativeSystem(fhir.NativeSystem, trust) is not { } system) return null;
        if (PassTexts.Code(fhir.NativeCode, trust) is not { } code) return null;
        var authority = fhir.HasAuthority ? PassTexts.Code(fhir.Authority, trust) : null;
        return fhir.HasAuthority && authority is null ? null : new()
        {
            Issuer = trust.TextOf(issuer),
            NotBefore = from,
            Expires = until,
            StatusIndex = index,
            Person = person,
            Status = status,
            NativeSystem = system,
            NativeCode = code,
            AsOf = asOf,
            Authority = authority,
        };
    }

    // The same fact stands in the JWT's claims and in the FHIR part; a pass that tells two truths is none.
    private readonly bool AgreesWithItself(DateTimeOffset from, DateTimeOffset until)
    {
        var day = ShanghaiDay.At(from);
        Span<byte> digits = stackalloc byte[DayDigits];
        return until <= day.End && day.Date.TryFormat(digits, out _, "yyyyMMdd", CultureInfo.InvariantCulture)
            && PassTexts.TryInstant(fhir.Start, out var start) && start == from
            && PassTexts.TryInstant(fhir.End, out var end) && end == until
            && IsStatusList(digits) && IsRid(digits);
    }

    // PassStatement.StatusListUriOf without making the text.
    private readonly bool IsStatusList(ReadOnlySpan<byte> day) =>
        uri.Length == issuer.Length + "/status/"u8.Length + DayDigits && uri.StartsWith(issuer) && uri.EndsWith(day)
        && uri[issuer.Length..^DayDigits].SequenceEqual("/status/"u8);

    // PassId.Rid without making the text.
    private readonly bool IsRid(ReadOnlySpan<byte> day)
    {
        Span<byte> number = stackalloc byte[10];
        return index.TryFormat(number, out var length, default, CultureInfo.InvariantCulture)
            && rid.Length == DayDigits + 1 + length && rid.StartsWith(day) && rid[DayDigits] == (byte)'-' && rid[(DayDigits + 1)..].SequenceEqual(number[..length]);
    }
}
