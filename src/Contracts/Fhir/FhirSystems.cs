namespace HealthBao.Contracts.Fhir;

/// <summary>The canonical addresses of the shared standard's code systems and identifier systems. Identities, never fetched.</summary>
public static class FhirSystems
{
    /// <summary>The root of every address of the shared standard.</summary>
    public const string Root = "https://healthbao.example/fhir/";

    /// <summary>The shared status (<see cref="Status.HealthStatus"/>).</summary>
    public const string HealthStatus = Root + "CodeSystem/health-status";

    /// <summary>What the pass's Observation observes.</summary>
    public const string Observation = Root + "CodeSystem/observation";

    /// <summary>The one code of <see cref="Observation"/>.</summary>
    public const string HealthCodeStatus = "health-code-status";

    /// <summary>The prefix of a region's or city's own code system, followed by its name, for example <c>beijing</c>.</summary>
    public const string NativePrefix = Root + "CodeSystem/";

    /// <summary>The prefix of the identifier system of a document kind.</summary>
    public const string Document = Root + "document/";

    /// <summary>The identifier system of offices that assign a status.</summary>
    public const string Authority = Root + "authority";

    /// <summary>The system of a region's or city's native codes.</summary>
    public static string Native(string name) => NativePrefix + name;
}
