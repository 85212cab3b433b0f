using System.Text;

namespace HealthBao.Contracts.Identity;

/// <summary>A person's name, trimmed. Personal data: <see cref="ToString"/> gives the masked form.</summary>
public sealed class PersonName : IEquatable<PersonName>
{
    /// <summary>The longest name accepted, in characters (Unicode scalar values). The longest on a Chinese document has 50.</summary>
    public const int MaxLength = 64;

    private PersonName(string value) => Value = value;

    /// <summary>The whole name. Personal data: never log, store or send it on except to the person's own region.</summary>
    public string Value { get; }

    /// <summary>The name as it may be shown.</summary>
    public MaskedName Masked => MaskedName.Of(this);

    /// <summary>Trims and checks a name as a person typed it: 1–64 characters, no control characters, no <c>*</c>, and a first character that can be shown.</summary>
    public static bool TryCreate(string? typed, out PersonName? name)
    {
        name = null;
        var value = typed?.Trim();
        if (string.IsNullOrEmpty(value)) return false;
        var length = 0;
        foreach (var rune in value.EnumerateRunes())
            if (++length > MaxLength || rune == Rune.ReplacementChar || Rune.IsControl(rune) || rune.Value == '*')
                return false;

        var read = new PersonName(value);
        name = read.Masked.IsSound ? read : null;
        return name is not null;
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
