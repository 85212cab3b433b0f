namespace HealthBao.HealthCode.Proofing;

/// <summary>What a proofing is for.</summary>
internal enum ProofingPurpose
{
    /// <summary>A first session: name and document.</summary>
    Begin,

    /// <summary>A session on a later day: the face alone.</summary>
    Again,

    /// <summary>One more document of the person of a session.</summary>
    Link,
}
