namespace HealthBao.Contracts.Pass;

/// <summary>Whether a statement can be said in a pass. The zero value is the one that nothing can be done about.</summary>
public enum PassFit
{
    /// <summary>The statement does not conform to the profile of the pass, for example because a mask shows too much.</summary>
    NotConformant = 0,

    /// <summary>The card would be longer than <see cref="PassSigner.MaxCardLength"/> characters at this place of the status list.</summary>
    TooLong = 1,

    /// <summary>It fits, and is signed.</summary>
    Fits = 2,
}
