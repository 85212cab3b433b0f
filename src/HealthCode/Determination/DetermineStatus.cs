using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Determination;

/// <summary>Determines a person's status: gathers the facts and applies the rules.</summary>
internal sealed class DetermineStatus(GatherFacts facts, PersonRegister register, IOptions<HealthCodeOptions> options, TimeProvider clock)
{
    /// <summary>By name and document, now. A wrong name is told like an unknown person.</summary>
    public ValueTask<Determination> OfAsync(PersonName name, IdentityDocument document) => OfAsync(PersonAsked.Of(register, name, document), clock.GetUtcNow());

    /// <summary>By keys, at an instant of today.</summary>
    public async ValueTask<Determination> OfAsync(PersonAsked question, DateTimeOffset at) => Of(await facts.OfAsync(question, at));

    internal Determination Of(Facts facts)
    {
        var rule = Rules.For(facts);
        var ground = rule.Ground(facts);
        return new(rule, rule.Reason(facts), ground, facts.Now, new(AppealOffice(rule, facts), options.Value.Telephone));
    }

    // Nobody decides about his own act: the office above the one that decided.
    private string AppealOffice(Rule rule, Facts facts)
    {
        var region = options.Value.Region;
        var health = region + "/HEALTH";
        if (rule.Status == HealthStatus.CentralObservation || rule.Id == "central-dropped") return health;
        if (rule.Status == HealthStatus.HomeObservation || rule.Id == "home-dropped")
            return facts.Home!.Authority is [_, _, _, _, _, _, not '/', ..] office ? office[..6] + "/COMMUNITY" : health;
        return facts.Registration is { } registered ? $"{DivisionCell.Format(registered.Division)}/COMMUNITY" : region + "/COMMUNITY";
    }
}
