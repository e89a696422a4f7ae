import type { ReportDays } from '../../../typings/contract/reports';
import { call } from '../../services/cloud';

export const showReport = (days: ReportDays) => call('reports.show', { days });

export const showStatistics = (chainId: string) => call('chains.statistics', { chainId });
