namespace HealthBao.Contracts.Pass;

/// <summary>The steps of a verification, in their order. A result says which were passed.</summary>
[Flags]
public enum PassChecks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The token is at most 4,096 bytes, inflates to at most 16 KiB, and nests at most 16 deep.</summary>
    Size = 1 << 0,

    /// <summary>Three parts, canonical base64url, strict JSON, known header members.</summary>
    Parse = 1 << 1,

    /// <summary>The algorithm is the pinned one.</summary>
    Algorithm = 1 << 2,

    /// <summary>The issuer is in the trust list and active, and the key is one of its keys.</summary>
    Issuer = 1 << 3,

    /// <summary>The signature stands.</summary>
    Signature = 1 << 4,

    /// <summary>Claims and FHIR part conform to the profile, and the pass lies within its key's life.</summary>
    Profile = 1 << 5,

    /// <summary>The pass is valid now.</summary>
    Time = 1 << 6,

    /// <summary>A fresh enough status list says that the pass still stands.</summary>
    StatusList = 1 << 7,

    /// <summary>The document shown is consistent with the pass.</summary>
    Holder = 1 << 8,

    /// <summary>A rule of the destination's recognition policy was applied.</summary>
    Policy = 1 << 9,
}
