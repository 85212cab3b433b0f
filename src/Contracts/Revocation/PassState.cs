namespace HealthBao.Contracts.Revocation;

/// <summary>The state of a pass in a status list: two bits (IETF Token Status List; 3 is not used).</summary>
public enum PassState : byte
{
    /// <summary>0: the pass stands.</summary>
    Valid = 0,

    /// <summary>1: a newer status of this person exists.</summary>
    Superseded = 1,

    /// <summary>2: the issuer has taken the pass back.</summary>
    Suspended = 2,
}
