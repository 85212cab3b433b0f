using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A state by its name, letter for letter. The platform's own converter also takes other cases, spaces and lists of names, of which
/// <c>suspended, active</c> would be active.
/// </summary>
internal sealed class ParticipantStateJson : JsonConverter<ParticipantState>
{
    private const string Active = "active";
    private const string Suspended = "suspended";

    public override ParticipantState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException()
        : reader.ValueTextEquals(Active) ? ParticipantState.Active
        : reader.ValueTextEquals(Suspended) ? ParticipantState.Suspended
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ParticipantState value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == ParticipantState.Active ? Active : Suspended);
}
