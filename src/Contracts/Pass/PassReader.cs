using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// Reads claims that conform to the profile of the pass, in one go over the bytes: every member known, none twice, none missing,
/// in any order. Whatever it reads is therefore also sound by <see cref="Jose.StrictJson"/>; whatever it does not read is not a pass.
/// </summary>
internal ref struct PassReader
{
    private Utf8JsonReader reader;
    private string? issuer, uri, rid, identifierSystem, identifierValue, family, given, start, end, issued, authority, sharedCode, nativeSystem, nativeCode;
    private long notBefore, expires;
    private int index;

    /// <summary>The statement, or null when the bytes are not one.</summary>
    public static PassStatement? Read(ReadOnlySpan<byte> claims)
    {
        if (!Utf8.IsValid(claims) || claims.IsEmpty || claims[^1] != (byte)'}') return null;
        try
        {
            var pass = new PassReader { reader = new Utf8JsonReader(claims) };
            return pass.Next(JsonTokenType.StartObject) && pass.Claims() && !pass.reader.Read() && pass.reader.BytesConsumed == claims.Length
                ? pass.Statement()
                : null;
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

    private bool Claims()
    {
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11111;
            if (Is("iss"u8)) { if (!Once(ref seen, 0) || !Text(out issuer)) return false; }
            else if (Is("nbf"u8)) { if (!Once(ref seen, 1) || !Number(out notBefore)) return false; }
            else if (Is("exp"u8)) { if (!Once(ref seen, 2) || !Number(out expires)) return false; }
            else if (Is("status"u8)) { if (!Once(ref seen, 3) || !Status()) return false; }
            else if (!Is("vc"u8) || !Once(ref seen, 4) || !Next(JsonTokenType.StartObject) || !Credential()) return false;
        }

        return false;
    }

    private bool Status()
    {
        if (!Next(JsonTokenType.StartObject) || !Named("status_list"u8) || !Next(JsonTokenType.StartObject)) return false;
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11 && Next(JsonTokenType.EndObject);
            if (Is("idx"u8)) { if (!Once(ref seen, 0) || !Number(out var idx) || idx is < 0 or > int.MaxValue) return false; index = (int)idx; }
            else if (!Is("uri"u8) || !Once(ref seen, 1) || !Text(out uri)) return false;
        }

        return false;
    }

    private bool Credential()
    {
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (Is("type"u8))
            {
                if (!Once(ref seen, 0) || !Next(JsonTokenType.StartArray) || !Fixed("https://smarthealth.cards#health-card"u8) || !Next(JsonTokenType.EndArray)) return false;
            }
            else if (Is("credentialSubject"u8)) { if (!Once(ref seen, 1) || !Next(JsonTokenType.StartObject) || !Subject()) return false; }
            else if (!Is("rid"u8) || !Once(ref seen, 2) || !Text(out rid)) return false;
        }

        return false;
    }

    private bool Subject()
    {
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (Is("fhirVersion"u8)) { if (!Once(ref seen, 0) || !Fixed("4.0.1"u8)) return false; }
            else if (!Is("fhirBundle"u8) || !Once(ref seen, 1) || !Next(JsonTokenType.StartObject) || !Bundle()) return false;
        }

        return false;
    }

    private bool Bundle()
    {
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (Is("resourceType"u8)) { if (!Once(ref seen, 0) || !Fixed("Bundle"u8)) return false; }
            else if (Is("type"u8)) { if (!Once(ref seen, 1) || !Fixed("collection"u8)) return false; }
            else if (!Is("entry"u8) || !Once(ref seen, 2) || !Next(JsonTokenType.StartArray) || !Entry(true) || !Entry(false) || !Next(JsonTokenType.EndArray)) return false;
        }

        return false;
    }

    private bool Entry(bool patient)
    {
        if (!Next(JsonTokenType.StartObject)) return false;
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (Is("fullUrl"u8)) { if (!Once(ref seen, 0) || !Fixed(patient ? "resource:0"u8 : "resource:1"u8)) return false; }
            else if (!Is("resource"u8) || !Once(ref seen, 1) || !Next(JsonTokenType.StartObject) || !(patient ? Patient() : Observation())) return false;
        }

        return false;
    }

    private bool Patient()
    {
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (Is("resourceType"u8)) { if (!Once(ref seen, 0) || !Fixed("Patient"u8)) return false; }
            else if (Is("identifier"u8))
            {
                if (!Once(ref seen, 1) || !Next(JsonTokenType.StartArray) || !Next(JsonTokenType.StartObject)
                    || !Pair("system"u8, out identifierSystem, "value"u8, out identifierValue) || !Next(JsonTokenType.EndArray)) return false;
            }
            else if (!Is("name"u8) || !Once(ref seen, 2) || !Next(JsonTokenType.StartArray) || !Next(JsonTokenType.StartObject) || !Name() || !Next(JsonTokenType.EndArray)) return false;
        }

        return false;
    }

    private bool Name()
    {
        given = "";
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return (seen & 1) == 1;
            if (Is("family"u8)) { if (!Once(ref seen, 0) || !Text(out family)) return false; }
            else if (!Is("given"u8) || !Once(ref seen, 1) || !Next(JsonTokenType.StartArray) || !Text(out given) || !Next(JsonTokenType.EndArray) || given!.Length == 0) return false;
        }

        return false;
    }

    private bool Observation()
    {
        string? system = null, code = null;
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return (seen & 0b1111111) == 0b1111111 && system == FhirSystems.Observation && code == FhirSystems.HealthCodeStatus;
            if (Is("resourceType"u8)) { if (!Once(ref seen, 0) || !Fixed("Observation"u8)) return false; }
            else if (Is("status"u8)) { if (!Once(ref seen, 1) || !Fixed("final"u8)) return false; }
            else if (Is("code"u8))
            {
                if (!Once(ref seen, 2) || !CodingStart() || !Pair("system"u8, out system, "code"u8, out code) || !CodingEnd()) return false;
            }
            else if (Is("subject"u8))
            {
                if (!Once(ref seen, 3) || !Next(JsonTokenType.StartObject) || !Named("reference"u8) || !Fixed("resource:0"u8) || !Next(JsonTokenType.EndObject)) return false;
            }
            else if (Is("effectivePeriod"u8))
            {
                if (!Once(ref seen, 4) || !Next(JsonTokenType.StartObject) || !Pair("start"u8, out start, "end"u8, out end)) return false;
            }
            else if (Is("issued"u8)) { if (!Once(ref seen, 5) || !Text(out issued)) return false; }
            else if (Is("valueCodeableConcept"u8)) { if (!Once(ref seen, 6) || !Value()) return false; }
            else if (!Is("performer"u8) || !Once(ref seen, 7) || !Performer()) return false;
        }

        return false;
    }

    private bool Value()
    {
        if (!CodingStart() || !Pair("system"u8, out var system, "code"u8, out sharedCode) || system != FhirSystems.HealthStatus) return false;
        return Next(JsonTokenType.StartObject) && Pair("system"u8, out nativeSystem, "code"u8, out nativeCode) && CodingEnd();
    }

    private bool Performer()
    {
        if (!Next(JsonTokenType.StartArray) || !Next(JsonTokenType.StartObject) || !Named("identifier"u8) || !Next(JsonTokenType.StartObject)) return false;
        return Pair("system"u8, out var system, "value"u8, out authority) && system == FhirSystems.Authority
            && Next(JsonTokenType.EndObject) && Next(JsonTokenType.EndArray);
    }

    private bool CodingStart() =>
        Next(JsonTokenType.StartObject) && Named("coding"u8) && Next(JsonTokenType.StartArray) && Next(JsonTokenType.StartObject);

    private bool CodingEnd() => Next(JsonTokenType.EndArray) && Next(JsonTokenType.EndObject);

    /// <summary>Two text members in either order, and the end of their object.</summary>
    private bool Pair(ReadOnlySpan<byte> first, out string? a, ReadOnlySpan<byte> second, out string? b)
    {
        (a, b) = (null, null);
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (Is(first)) { if (!Once(ref seen, 0) || !Text(out a)) return false; }
            else if (!Is(second) || !Once(ref seen, 1) || !Text(out b)) return false;
        }

        return false;
    }

    private bool Next(JsonTokenType type) => reader.Read() && reader.TokenType == type;

    private bool Member(out bool ended)
    {
        if (!reader.Read())
        {
            ended = false;
            return false;
        }

        ended = reader.TokenType == JsonTokenType.EndObject;
        return ended || reader.TokenType == JsonTokenType.PropertyName;
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => reader.ValueTextEquals(name);

    private bool Named(ReadOnlySpan<byte> name) => Next(JsonTokenType.PropertyName) && Is(name);

    private bool Fixed(ReadOnlySpan<byte> text) => Next(JsonTokenType.String) && Is(text);

    private bool Text(out string? text)
    {
        var read = Next(JsonTokenType.String);
        text = read ? reader.GetString() : null;
        return read;
    }

    private bool Number(out long number)
    {
        number = 0;
        return Next(JsonTokenType.Number) && reader.TryGetInt64(out number);
    }

    private static bool Once(ref int seen, int bit)
    {
        var first = (seen & (1 << bit)) == 0;
        seen |= 1 << bit;
        return first;
    }

    private readonly PassStatement? Statement()
    {
        if (notBefore is < 0 or > 253402300799 || expires is < 0 or > 253402300799) return null;
        if (!HealthStatuses.TryParse(sharedCode, out var status) || status == HealthStatus.NotHeld) return null;
        if (!DocumentTypes.TryParseSystem(identifierSystem, out var documentType) || !DocumentMask.IsMask(identifierValue)) return null;
        var name = new MaskedName(family!, given!);
        if (!name.IsSound || !IsCode(nativeCode!) || (authority is not null && !IsCode(authority))) return null;
        if (!nativeSystem!.StartsWith(FhirSystems.NativePrefix, StringComparison.Ordinal) || !ShanghaiDay.TryParseInstant(issued!, out var asOf)) return null;
        var statement = new PassStatement
        {
            Issuer = issuer!,
            NotBefore = DateTimeOffset.FromUnixTimeSeconds(notBefore).ToOffset(ShanghaiDay.Offset),
            Expires = DateTimeOffset.FromUnixTimeSeconds(expires).ToOffset(ShanghaiDay.Offset),
            StatusIndex = index,
            Person = new(documentType, identifierValue!, name),
            Status = status,
            NativeSystem = nativeSystem!,
            NativeCode = nativeCode!,
            AsOf = asOf,
            Authority = authority,
        };
        return AgreesWithItself(statement) ? statement : null;
    }

    // The same fact stands in the JWT's claims and in the FHIR part; a pass that tells two truths is none.
    private readonly bool AgreesWithItself(PassStatement statement)
    {
        var day = statement.Day;
        return statement.NotBefore < statement.Expires && statement.Expires <= day.End
            && ShanghaiDay.TryParseInstant(start!, out var from) && from == statement.NotBefore
            && ShanghaiDay.TryParseInstant(end!, out var until) && until == statement.Expires
            && statement.AsOf <= statement.NotBefore
            && uri == statement.StatusListUri && rid == PassId.Of(statement).Rid
            && (statement.Authority is not null || !PassStatement.NeedsAuthority(statement.Status));
    }

    private static bool IsCode(string text)
    {
        if (text.Length is 0 or > PassVocabulary.MaxCodeLength) return false;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                return false;

        return true;
    }
}
