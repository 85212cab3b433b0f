using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>A person's name, trimmed. Personal data: <see cref="ToString"/> gives the masked form.</summary>
public sealed class PersonName : IEquatable<PersonName>
{
    /// <summary>The longest name accepted, in characters (Unicode scalar values). The longest on a Chinese document has 50.</summary>
    public const int MaxLength = 64;

    internal PersonName(string value) => Value = value;

    /// <summary>The whole name. Personal data: never log, store or send it on except to the person's own region.</summary>
    public string Value { get; }

    /// <summary>The name as it may be shown.</summary>
    public MaskedName Masked => MaskedName.Of(this);

    /// <summary>Trims and checks a name as a person typed it: 1–64 characters, no control characters, no <c>*</c>, and a first character that can be shown.</summary>
    public static bool TryCreate(string? typed, out PersonName? name)
    {
        var value = typed?.Trim();
        name = IsSound(value) ? new(value!) : null;
        return name is not null;
    }

    internal static bool IsSound(ReadOnlySpan<char> trimmed)
    {
        var length = 0;
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (++length > MaxLength || rune == Rune.ReplacementChar || Rune.IsControl(rune) || rune.Value == '*') return false;
            // The first character is what a mask shows; of a compound surname both can be.
            if (length == 1 && !MaskedName.CanShow(rune)) return false;
        }

        return length > 0;
    }

    /// <inheritdoc/>
    public bool Equals(PersonName? other) => other is not null && other.Value == Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonName);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The masked name.</summary>
    public override string ToString() => Masked.ToString();
}
