using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox;

/// <summary>What the sandbox prints when everything is up: the addresses and one request, ready to paste.</summary>
internal static class Welcome
{
    public static void Print(RunningSandbox sandbox)
    {
        var plan = sandbox.Plan;
        var traveller = BeijingCast.All.First(c => c is { Expected: HealthStatus.NoAbnormality, NativeCode: not null });
        Console.WriteLine($"""

            Hub      {plan.Hub.Address}          trust list {plan.Hub.Address}/.well-known/trust-list
            Adapters {string.Join("  ", plan.Adapters.Select(a => $"{a.Region} {a.Address}"))}
            All there is to try (people, codes, keys): {plan.Hub.Address}/sandbox.json
            Clock    {ShanghaiDay.Format(sandbox.Clock.GetUtcNow())}

            A Beijing code, scanned in Tianjin:

              TOKEN=$(curl -s {plan.Hub.Address}/sandbox/token/tianjin-gate)
              curl -s {plan.Hub.Address}/v1/verifications -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
                -d '{"{"}"pass":"{traveller.NativeCode}","destination":"120000","scene":"railway-station"{"}"}'

            Ctrl-C stops everything.

            """);
    }
}
