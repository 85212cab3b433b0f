using OpenIddict.EntityFrameworkCore.Models;

namespace HealthBao.Hub.Trust;

/// <summary>OpenIddict's model wants it; no row is ever written.</summary>
public sealed class PartnerTokenRow : OpenIddictEntityFrameworkCoreToken<string, PartnerRow, PartnerAuthorizationRow>;
