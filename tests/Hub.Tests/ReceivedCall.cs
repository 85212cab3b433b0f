namespace HealthBao.Hub.Tests;

/// <summary>What an adapter was asked.</summary>
public sealed record ReceivedCall(string Method, string Path, string? Authorization, string? Cookie, string? ForwardedFor = null, string? Forwarded = null);
