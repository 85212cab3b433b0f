namespace HealthBao.Contracts.Identity;

/// <summary>What is wrong with a document number. Named without the number, so it may be shown and logged.</summary>
public enum DocumentFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The number is empty.</summary>
    Missing = 1,

    /// <summary>The number has not as many characters as its kind.</summary>
    Length = 2,

    /// <summary>A character stands where its kind does not allow it.</summary>
    Characters = 3,

    /// <summary>The birth date in the number does not exist.</summary>
    BirthDate = 4,

    /// <summary>The last character is not the check character (ISO 7064 MOD 11-2).</summary>
    CheckDigit = 5,

    /// <summary>The number does not begin as its kind does.</summary>
    Prefix = 6,
}
