using System.Text.Json;

namespace HealthBao.Contracts.Pass;

/// <summary>The FHIR bundle of a pass as it stands in the claims: one Patient, one Observation, every member known, in any order.</summary>
internal ref struct PassFhirPart
{
    public ReadOnlySpan<byte> IdentifierSystem, IdentifierValue, Family, Given, Start, End, Issued, Authority, SharedCode, NativeSystem, NativeCode;

    public bool HasGiven, HasAuthority;

    public bool Read(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (json.Is("resourceType"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Fixed("Bundle"u8)) return false; }
            else if (json.Is("type"u8)) { if (!JsonCursor.Once(ref seen, 1) || !json.Fixed("collection"u8)) return false; }
            else if (!json.Is("entry"u8) || !JsonCursor.Once(ref seen, 2) || !json.Next(JsonTokenType.StartArray)
                || !Entry(ref json, true) || !Entry(ref json, false) || !json.Next(JsonTokenType.EndArray)) return false;
        }

        return false;
    }

    private bool Entry(ref JsonCursor json, bool patient)
    {
        if (!json.Next(JsonTokenType.StartObject)) return false;
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (json.Is("fullUrl"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Fixed(patient ? "resource:0"u8 : "resource:1"u8)) return false; }
            else if (!json.Is("resource"u8) || !JsonCursor.Once(ref seen, 1) || !json.Next(JsonTokenType.StartObject)
                || !(patient ? Patient(ref json) : Observation(ref json))) return false;
        }

        return false;
    }

    private bool Patient(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            if (ended) return seen == 0b111;
            if (json.Is("resourceType"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Fixed("Patient"u8)) return false; }
            else if (json.Is("identifier"u8))
            {
                if (!JsonCursor.Once(ref seen, 1) || !json.Next(JsonTokenType.StartArray) || !json.Next(JsonTokenType.StartObject)
                    || !json.Pair("system"u8, out IdentifierSystem, "value"u8, out IdentifierValue) || !json.Next(JsonTokenType.EndArray)) return false;
            }
            else if (!json.Is("name"u8) || !JsonCursor.Once(ref seen, 2) || !json.Next(JsonTokenType.StartArray) || !json.Next(JsonTokenType.StartObject)
                || !Name(ref json) || !json.Next(JsonTokenType.EndArray)) return false;
        }

        return false;
    }

    private bool Name(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            HasGiven = (seen & 0b10) != 0;
            if (ended) return (seen & 1) == 1 && HasGiven == !Given.IsEmpty;
            if (json.Is("family"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Text(out Family)) return false; }
            else if (!json.Is("given"u8) || !JsonCursor.Once(ref seen, 1) || !json.Next(JsonTokenType.StartArray) || !json.Text(out Given) || !json.Next(JsonTokenType.EndArray)) return false;
        }

        return false;
    }

    private bool Observation(ref JsonCursor json)
    {
        for (var seen = 0; json.Member(out var ended);)
        {
            HasAuthority = (seen & 0b1000_0000) != 0;
            if (ended) return (seen & 0b111_1111) == 0b111_1111;
            if (json.Is("resourceType"u8)) { if (!JsonCursor.Once(ref seen, 0) || !json.Fixed("Observation"u8)) return false; }
            else if (json.Is("status"u8)) { if (!JsonCursor.Once(ref seen, 1) || !json.Fixed("final"u8)) return false; }
            else if (json.Is("code"u8)) { if (!JsonCursor.Once(ref seen, 2) || !Kind(ref json)) return false; }
            else if (json.Is("subject"u8))
            {
                if (!JsonCursor.Once(ref seen, 3) || !json.Next(JsonTokenType.StartObject) || !json.Named("reference"u8) || !json.Fixed("resource:0"u8) || !json.Next(JsonTokenType.EndObject)) return false;
            }
            else if (json.Is("effectivePeriod"u8))
            {
                if (!JsonCursor.Once(ref seen, 4) || !json.Next(JsonTokenType.StartObject) || !json.Pair("start"u8, out Start, "end"u8, out End)) return false;
            }
            else if (json.Is("issued"u8)) { if (!JsonCursor.Once(ref seen, 5) || !json.Text(out Issued)) return false; }
            else if (json.Is("valueCodeableConcept"u8)) { if (!JsonCursor.Once(ref seen, 6) || !Value(ref json)) return false; }
            else if (!json.Is("performer"u8) || !JsonCursor.Once(ref seen, 7) || !Performer(ref json)) return false;
        }

        return false;
    }

    private static bool Kind(ref JsonCursor json) =>
        CodingStart(ref json) && json.Pair("system"u8, out var system, "code"u8, out var code) && CodingEnd(ref json)
        && system.SequenceEqual(PassVocabulary.ObservationSystem) && code.SequenceEqual(PassVocabulary.ObservationCode);

    private bool Value(ref JsonCursor json) =>
        CodingStart(ref json) && json.Pair("system"u8, out var system, "code"u8, out SharedCode) && system.SequenceEqual(PassVocabulary.StatusSystem)
        && json.Next(JsonTokenType.StartObject) && json.Pair("system"u8, out NativeSystem, "code"u8, out NativeCode) && CodingEnd(ref json);

    private bool Performer(ref JsonCursor json) =>
        json.Next(JsonTokenType.StartArray) && json.Next(JsonTokenType.StartObject) && json.Named("identifier"u8) && json.Next(JsonTokenType.StartObject)
        && json.Pair("system"u8, out var system, "value"u8, out Authority) && system.SequenceEqual(PassVocabulary.AuthoritySystem)
        && json.Next(JsonTokenType.EndObject) && json.Next(JsonTokenType.EndArray);

    private static bool CodingStart(ref JsonCursor json) =>
        json.Next(JsonTokenType.StartObject) && json.Named("coding"u8) && json.Next(JsonTokenType.StartArray) && json.Next(JsonTokenType.StartObject);

    private static bool CodingEnd(ref JsonCursor json) => json.Next(JsonTokenType.EndArray) && json.Next(JsonTokenType.EndObject);
}
