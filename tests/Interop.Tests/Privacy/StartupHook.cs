using HealthBao.Interop.Tests.Privacy;

/// <summary>What the runtime calls before the program's own entry (DOTNET_STARTUP_HOOKS wants this name, without a namespace).</summary>
internal static class StartupHook
{
    public static void Initialize() => Overhearing.Begin();
}
