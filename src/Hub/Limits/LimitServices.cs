namespace HealthBao.Hub.Limits;

/// <summary>What the limits are made of.</summary>
internal static class LimitServices
{
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection("Limits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AlarmOptions>().Bind(configuration.GetSection("Alarms")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<QueryWatch>().AddSingleton<HolderWatch>();
        services.AddSingleton<Alarms>().AddSingleton<BudgetRows>().AddSingleton<CallRates>();
        services.AddSingleton<QueryBudget>().AddHostedService(s => s.GetRequiredService<QueryBudget>());
    }
}
