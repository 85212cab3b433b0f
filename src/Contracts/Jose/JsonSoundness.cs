namespace HealthBao.Contracts.Jose;

/// <summary>What <see cref="StrictJson"/> says of a text.</summary>
public enum JsonSoundness
{
    /// <summary>Not one JSON object by the strict rules.</summary>
    Malformed = 0,

    /// <summary>Nested deeper than allowed.</summary>
    TooDeep = 1,

    /// <summary>One JSON object by the strict rules.</summary>
    Sound = 2,
}
