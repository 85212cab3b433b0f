using OpenIddict.EntityFrameworkCore.Models;

namespace HealthBao.Hub.Trust;

/// <summary>OpenIddict's model wants it; the scopes are a closed list, and no row is ever written.</summary>
public sealed class PartnerScopeRow : OpenIddictEntityFrameworkCoreScope<string>;
