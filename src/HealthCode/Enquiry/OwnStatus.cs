using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Enquiry;

/// <summary>What is said of the person of a session: the strictest of what is said under any document that was proven to be the person's.</summary>
internal sealed class OwnStatus(DetermineStatus determine, TimeProvider clock)
{
    // Nothing held under a passport does not take from the person what the resident ID says.
    private static readonly HealthStatus[] Strictest =
        [HealthStatus.CentralObservation, HealthStatus.HomeObservation, HealthStatus.CannotConfirm, HealthStatus.NoAbnormality, HealthStatus.NotHeld];

    public async ValueTask<Determination.Determination> OfAsync(PersonSession session)
    {
        var now = clock.GetUtcNow();
        var said = await determine.OfAsync(new PersonAsked(session.Person, null), now);
        foreach (var document in session.Linked)
        {
            var other = await determine.OfAsync(new PersonAsked(document.Person, null), now);
            if (Array.IndexOf(Strictest, other.Status) < Array.IndexOf(Strictest, said.Status)) said = other;
        }

        return said;
    }
}
