namespace HealthBao.HealthCode.Feeds.Registration;

/// <summary>As what a person is registered.</summary>
internal enum RegistrationCategory : byte
{
    /// <summary>常住.</summary>
    Resident = 1,

    /// <summary>返京: came back, and the community has seen it.</summary>
    Returner = 2,

    /// <summary>通勤: lives outside, works here.</summary>
    Commuter = 3,

    /// <summary>Lives elsewhere now; this system does not answer for the person.</summary>
    Elsewhere = 4,

    /// <summary>过境: passing through, with no stay here.</summary>
    Transit = 5,
}
