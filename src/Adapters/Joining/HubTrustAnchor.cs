using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Joining;

/// <summary>The key the hub signs the trust list with.</summary>
internal sealed class HubTrustAnchor(IOptions<HubOptions> options) : PinnedKey(options.Value.TrustAnchor);
