using HealthBao.Contracts.Revocation;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>A pass that a person holds, and what the adapter was told and acknowledged about it.</summary>
internal sealed class HandedOut(Citizen citizen, string token, int index)
{
    public Citizen Citizen => citizen;

    public string Token => token;

    public int Index => index;

    /// <summary>The change that was told, or null.</summary>
    public byte[]? Told { get; set; }

    /// <summary>What a change told sets the pass to.</summary>
    public PassState State { get; set; }

    /// <summary>Whether the change was acknowledged.</summary>
    public bool Acknowledged { get; set; }
}
