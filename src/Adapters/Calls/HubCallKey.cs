using HealthBao.Adapters.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Calls;

/// <summary>The key the hub signs its own calls with.</summary>
internal sealed class HubCallKey(IOptions<HubOptions> options) : PinnedKey(options.Value.CallKey);
