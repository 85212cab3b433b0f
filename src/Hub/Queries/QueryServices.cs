namespace HealthBao.Hub.Queries;

/// <summary>What status queries are made of.</summary>
internal static class QueryServices
{
    public static void AddQueries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QueryOptions>().Bind(configuration.GetSection("Queries")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AskRegions>().AddSingleton<AnswerTime>().AddSingleton<QueryRoom>().AddSingleton<AnswerQuery>();
    }
}
